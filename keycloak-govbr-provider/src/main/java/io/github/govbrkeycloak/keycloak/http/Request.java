package io.github.govbrkeycloak.keycloak.http;

import java.util.function.IntPredicate;
import org.apache.http.HttpHeaders;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;

/**
 * A call to be made.
 *
 * @param api which endpoint
 * @param address gov.br's base address, whose state of health it shares
 * @param http what is sent
 * @param reader makes a value of the answer
 * @param reads the statuses of answers that the reader gets; others are refusals or failures
 * @param <T> the value
 */
public record Request<T>(
    Api api,
    String address,
    HttpRequestBase http,
    WholeAnswerReader<T> reader,
    IntPredicate reads) {

  /** A call of which only an answer of status 200 or 201 counts. */
  public Request(Api api, String address, HttpRequestBase http, AnswerReader<T> reader) {
    this(api, address, http, answer -> reader.read(answer.body()), Request::isSuccess);
  }

  /** A call that asks whether and how something answers. */
  public static Request<Answer> whole(Api api, String address, HttpRequestBase http) {
    return new Request<>(api, address, http, WholeAnswerReader::unlessItFailed, status -> true);
  }

  /** Asks an API for JSON. */
  public static <T> Request<T> json(
      Api api, String address, String pathAndQuery, String accessToken, AnswerReader<T> reader) {
    return get(api, address, pathAndQuery, accessToken, "application/json", reader);
  }

  /** Reads what everybody may read. */
  public static <T> Request<T> open(
      Api api, String address, String accepted, AnswerReader<T> reader) {
    HttpGet http = new HttpGet(address);
    http.setHeader(HttpHeaders.ACCEPT, accepted);
    return new Request<>(api, address, http, reader);
  }

  /** Asks an API with the person's token. */
  public static <T> Request<T> get(
      Api api,
      String address,
      String pathAndQuery,
      String accessToken,
      String accepted,
      AnswerReader<T> reader) {
    HttpGet http = new HttpGet(address + pathAndQuery);
    http.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken);
    http.setHeader(HttpHeaders.ACCEPT, accepted);
    return new Request<>(api, address, http, reader);
  }

  /**
   * Tells an API something, as JSON, with the person's token.
   *
   * @param refusal a status that the reader gets besides those of success
   */
  public static <T> Request<T> post(
      Api api,
      String address,
      String path,
      String accessToken,
      String json,
      int refusal,
      WholeAnswerReader<T> reader) {
    HttpPost http = new HttpPost(address + path);
    http.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken);
    http.setHeader(HttpHeaders.ACCEPT, "application/json");
    http.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
    return new Request<>(
        api, address, http, reader, status -> isSuccess(status) || status == refusal);
  }

  private static boolean isSuccess(int status) {
    return Outcome.ofStatus(status) == Outcome.OK;
  }

  /** Its address may hold a CPF and its headers a token: nothing of it is printed. */
  @Override
  public String toString() {
    return "Request[" + api + "]";
  }
}
