package io.github.govbrkeycloak.keycloak.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.identity.CompanyCertificate;
import io.github.govbrkeycloak.keycloak.identity.Contact;
import io.github.govbrkeycloak.keycloak.identity.GovBrIdentity;
import io.github.govbrkeycloak.keycloak.identity.HeldSelo;
import io.github.govbrkeycloak.keycloak.identity.Reliability;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The facts of a session")
class SessionFactsTest {

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
          Optional.of(new CompanyCertificate(Cnpj.of("12345678000195"), Optional.empty())),
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
  void are_never_printed() {
    assertThat(SessionFacts.of(IDENTITY, "govbr").toString()).doesNotContain("52998224725");
  }
}
