package io.github.govbrkeycloak.keycloak.identity;

import io.github.govbrkeycloak.keycloak.http.JsonAnswer;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.UnusableAnswerException;
import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Categoria;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the answers of gov.br's APIs say (roteiro, "Passo 10" to "Passo 14"). An answer of another
 * shape, or one that has items and none that can be read, is no answer.
 */
public final class ApiAnswers {

  private ApiAnswers() {}

  /** Userinfo of a person; one that names somebody else must not be used (OIDC Core, 5.3.2). */
  public static Claims userInfo(byte[] body, Subject person) throws UnusableAnswerException {
    Claims claims = JsonAnswer.object(body);
    if (claims.values().get("sub") == null) {
      throw new UnusableAnswerException(Outcome.MALFORMED);
    }
    if (!Subject.of(claims, person.cpf().isEmpty()).equals(Optional.of(person))) {
      throw new UnusableAnswerException(Outcome.OTHER_PERSON);
    }
    return claims;
  }

  /** The level; sources disagree whether all come or only the highest: the highest counts. */
  public static Nivel nivel(byte[] body) throws UnusableAnswerException {
    return items(body, item -> item.text("id").map(Nivel::of)).stream()
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new UnusableAnswerException(Outcome.MALFORMED));
  }

  /** The seals. */
  public static List<HeldSelo> selos(byte[] body) throws UnusableAnswerException {
    return items(
        body,
        item ->
            item.text("id")
                .map(
                    id ->
                        new HeldSelo(
                            Selo.of(id), item.text("dataAtualizacao").flatMap(GovBrDates::parse))));
  }

  /** The categories. */
  public static List<HeldCategoria> categorias(byte[] body) throws UnusableAnswerException {
    return items(
        body,
        item ->
            item.text("id")
                .map(
                    id ->
                        new HeldCategoria(
                            Categoria.of(id),
                            item.text("dataAtualizacao").flatMap(GovBrDates::parse))));
  }

  /** The certificate: an object, in older documents a list of one. */
  public static UsedCertificate certificado(byte[] body) throws UnusableAnswerException {
    Claims info =
        startsAsList(body)
            ? JsonAnswer.objects(body).stream()
                .findFirst()
                .orElseThrow(() -> new UnusableAnswerException(Outcome.MALFORMED))
            : JsonAnswer.object(body);
    Optional<String> kind = info.text("type");
    if (kind.isEmpty()) {
      throw new UnusableAnswerException(Outcome.MALFORMED);
    }
    return new UsedCertificate(kind, info.text("provider"));
  }

  /** The companies of a person, however many. */
  public static List<LinkedCompany> empresas(byte[] body) throws UnusableAnswerException {
    return items(
        body,
        item ->
            item.text("cnpj")
                .flatMap(Cnpj::parse)
                .map(cnpj -> new LinkedCompany(cnpj, item.text("razaoSocial"))));
  }

  /** A person's part in a company. {@code cadastrador} is a text there: {@code "false"}. */
  public static Participation participacao(byte[] body, Cpf person) throws UnusableAnswerException {
    Claims participant = JsonAnswer.object(body);
    mustBe(person, participant.text("cpf"));
    return new Participation(
        participant.text("atuacao"),
        participant.flag("cadastrador"),
        participant.text("dataCriacao").flatMap(GovBrDates::parse),
        participant.text("dataExpiracao").flatMap(GovBrDates::parse));
  }

  private static void mustBe(Cpf person, Optional<String> named) throws UnusableAnswerException {
    if (named.isEmpty()) {
      throw new UnusableAnswerException(Outcome.MALFORMED);
    }
    if (!named.flatMap(Cpf::parse).equals(Optional.of(person))) {
      throw new UnusableAnswerException(Outcome.OTHER_PERSON);
    }
  }

  private static boolean startsAsList(byte[] body) {
    for (byte character : body) {
      if (!Character.isWhitespace(character)) {
        return character == '[';
      }
    }
    return false;
  }

  private static <T> List<T> items(byte[] body, Function<Claims, Optional<T>> reader)
      throws UnusableAnswerException {
    List<Object> items = JsonAnswer.list(body);
    List<T> readable =
        items.stream()
            .map(Claims::of)
            .flatMap(Optional::stream)
            .map(reader)
            .flatMap(Optional::stream)
            .toList();
    if (readable.isEmpty() && !items.isEmpty()) {
      throw new UnusableAnswerException(Outcome.MALFORMED);
    }
    return readable;
  }
}
