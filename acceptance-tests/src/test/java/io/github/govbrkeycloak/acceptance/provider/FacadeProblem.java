package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.http.HttpResponse;

/** Why the facade gave no answer, as problem details. */
final class FacadeProblem {

  private FacadeProblem() {}

  /** Status and type of a problem that is whole, such as {@code 409 urn:govbr:em-andamento}. */
  static String of(HttpResponse<byte[]> answer) {
    JsonNode problem = RunningSystem.get().json(answer.body());
    String told = answer.statusCode() + " " + problem.path("type").asText();
    assertThat(answer.headers().firstValue("Content-Type"))
        .as(told)
        .contains("application/problem+json");
    assertThat(problem.path("status").asInt()).as(told).isEqualTo(answer.statusCode());
    assertThat(problem.path("title").asText()).as(told).endsWith(".");
    return told;
  }

  /** Fails unless the answer is this problem. */
  static void assertProblem(HttpResponse<byte[]> answer, int status, String type) {
    assertThat(of(answer)).isEqualTo(status + " urn:govbr:" + type);
  }
}
