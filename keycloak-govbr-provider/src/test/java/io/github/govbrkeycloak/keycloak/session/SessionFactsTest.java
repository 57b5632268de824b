package io.github.govbrkeycloak.keycloak.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.identity.CompanyCertificate;
import io.github.govbrkeycloak.keycloak.identity.Contact;
import io.github.govbrkeycloak.keycloak.identity.ExtraFacts;
import io.github.govbrkeycloak.keycloak.identity.GovBrIdentity;
import io.github.govbrkeycloak.keycloak.identity.HeldCategoria;
import io.github.govbrkeycloak.keycloak.identity.HeldSelo;
import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.identity.Reliability;
import io.github.govbrkeycloak.keycloak.identity.UsedCertificate;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Categoria;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

@DisplayName("The facts of a session")
class SessionFactsTest {

  private static final ExtraFacts EXTRAS =
      new ExtraFacts(
          Optional.of(List.of(new HeldCategoria(Categoria.of("302"), Optional.empty()))),
          Optional.of(new UsedCertificate(Optional.of("cloud"), Optional.of("neoid"))),
          Optional.of(
              Collections.nCopies(
                  2_000,
                  new LinkedCompany(Cnpj.of("12ABC34501DE35"), Optional.of("Empresa Ligada")))),
          Optional.of(Cpf.of("11144477735")));

  private static final GovBrIdentity IDENTITY =
      new GovBrIdentity(
          new Subject("52998224725", Optional.of(Cpf.of("52998224725"))),
          Optional.of("Fulana de Tal"),
          Optional.empty(),
          Optional.of(new Contact("f@x.br", Optional.of(true))),
          Optional.empty(),
          new Reliability(
              Optional.of(Nivel.OURO),
              List.of(
                  new HeldSelo(
                      Selo.of("801"),
                      Optional.of(OffsetDateTime.parse("2025-08-19T16:41:24.853-03:00"))))),
          List.of(Amr.of("passwd")),
          Optional.of(
              new CompanyCertificate(
                  Cnpj.of("12345678000195"), Optional.empty(), Optional.of("SOCIO"))),
          EXTRAS,
          Instant.parse("2026-11-22T12:00:00Z"));

  @Test
  void survive_being_written_and_read() {
    SessionFacts facts = SessionFacts.of(IDENTITY, "govbr");
    assertThat(SessionFacts.fromNote(facts.toNote())).contains(facts);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "null", "[]", "{", "{}", "{\"version\":2,\"alias\":\"govbr\"}"})
  void are_unknown_when_the_note_cannot_be_read(String note) {
    assertThat(SessionFacts.fromNote(note)).isEmpty();
  }

  @Test
  void stay_small_whatever_the_number_of_companies() {
    List<HeldSelo> manySeals =
        List.of("101", "201", "301", "401", "604", "605", "626", "701", "801", "901").stream()
            .map(
                id ->
                    new HeldSelo(
                        Selo.of(id),
                        Optional.of(OffsetDateTime.parse("2025-08-19T16:41:24.853-03:00"))))
            .toList();
    GovBrIdentity rich =
        new GovBrIdentity(
            IDENTITY.subject(),
            Optional.of("Maria da Conceição Aparecida dos Santos e Albuquerque Cavalcanti"),
            Optional.of("Maria Aparecida"),
            IDENTITY.email(),
            Optional.of(new Contact("61999999999", Optional.of(true))),
            new Reliability(Optional.of(Nivel.OURO), manySeals),
            List.of(Amr.of("passwd"), Amr.of("mfa"), Amr.of("otp")),
            IDENTITY.company(),
            EXTRAS,
            IDENTITY.authenticatedAt());

    String note = SessionFacts.of(rich, "govbr").toNote();

    assertThat(note.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_500);
    assertThat(note).doesNotContain("Ligada");
  }

  @Test
  void remember_when_the_password_was_confirmed_and_change_nothing_else() {
    SessionFacts facts = SessionFacts.of(IDENTITY, "govbr");
    SessionFacts confirmed =
        facts.withPasswordConfirmedAt(Instant.parse("2026-11-22T12:05:06.789Z"));

    assertThat(facts.passwordConfirmedAt()).as("a login is no confirmation").isNull();
    assertThat(confirmed.passwordConfirmedAt()).isEqualTo("2026-11-22T12:05:06Z");
    assertThat(confirmed)
        .usingRecursiveComparison()
        .ignoringFields("passwordConfirmedAt")
        .isEqualTo(facts);
    assertThat(SessionFacts.fromNote(confirmed.toNote())).contains(confirmed);
  }

  @Test
  void forget_the_represented_person_and_nothing_else() {
    SessionFacts facts =
        SessionFacts.of(IDENTITY, "govbr")
            .withPasswordConfirmedAt(Instant.parse("2026-11-22T12:05:06Z"));
    SessionFacts own = facts.representingNobody();

    assertThat(facts.represented()).contains("11144477735");
    assertThat(own.represented()).isEmpty();
    assertThat(own)
        .usingRecursiveComparison()
        .ignoringFields("extras.represented")
        .isEqualTo(facts);
    assertThat(own.representingNobody()).isEqualTo(own);
  }

  @Test
  void are_never_printed() {
    assertThat(SessionFacts.of(IDENTITY, "govbr").toString()).doesNotContain("52998224725");
  }

  @Test
  void of_two_notes_in_one_request_are_not_mixed() {
    Map<String, Object> attributes = new HashMap<>();
    KeycloakSessionUtil.setKeycloakSession(requestWith(attributes));
    try {
      String one = SessionFacts.of(IDENTITY, "one").toNote();
      String other = SessionFacts.of(IDENTITY, "other").toNote();

      assertThat(alias(one)).contains("one");
      assertThat(alias(other)).contains("other");
      assertThat(alias("no facts")).isEmpty();
      assertThat(alias(one)).contains("one");
      assertThat(SessionFacts.fromNote(one))
          .as("not read again")
          .containsSame(SessionFacts.fromNote(one).orElseThrow());
      assertThat(attributes.toString()).as("printed").doesNotContain("52998224725");
    } finally {
      KeycloakSessionUtil.setKeycloakSession(null);
    }
  }

  private static Optional<String> alias(String note) {
    return SessionFacts.fromNote(note).map(SessionFacts::alias);
  }

  private static KeycloakSession requestWith(Map<String, Object> attributes) {
    return StoreOfRequest.answering(
        KeycloakSession.class,
        (method, arguments) ->
            switch (method) {
              case "getAttribute" -> attributes.get(arguments[0]);
              case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
              default -> throw new UnsupportedOperationException(method);
            });
  }
}
