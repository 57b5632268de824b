package io.github.govbrkeycloak.keycloak.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Something that is missing")
class LackTest {

  private static final Lack LEVEL = new Lack.Level(Optional.of(Nivel.BRONZE), Nivel.PRATA);
  private static final Lack SEAL = new Lack.Seal(Set.of(Selo.of("801")), false);
  private static final Lack FACTOR = new Lack.Factor(Set.of(Amr.of("mfa")), false);
  private static final Lack UNTOLD = new Lack.Factor(Set.of(Amr.of("mfa")), true);
  private static final Lack COMPANY = new Lack.Company();
  private static final Lack UNKNOWN = new Lack.UnknownWord("parta");
  private static final Lack ELSEWHERE = new Lack.NotGovBr();

  private static Reason reason(Lack... lacks) {
    return LackReason.of(new Verdict.Lacking(List.of(lacks)));
  }

  @Test
  void has_a_code_of_its_own() {
    assertThat(
            Stream.of(LEVEL, SEAL, FACTOR, COMPANY, UNKNOWN, ELSEWHERE, UNTOLD)
                .map(LackTest::reason))
        .containsExactly(
            Reason.LEVEL_TOO_LOW,
            Reason.SEAL_MISSING,
            Reason.FACTOR_MISSING,
            Reason.COMPANY_MISSING,
            Reason.DEMAND_UNKNOWN,
            Reason.NOT_FROM_GOVBR,
            Reason.DEMANDED_FACT_UNTOLD);
  }

  @Test
  void is_told_by_the_code_of_what_must_be_cured_first() {
    assertThat(reason(COMPANY, FACTOR, SEAL, LEVEL)).isEqualTo(Reason.LEVEL_TOO_LOW);
    assertThat(reason(COMPANY, FACTOR, SEAL)).isEqualTo(Reason.SEAL_MISSING);
    assertThat(reason(LEVEL, UNTOLD)).isEqualTo(Reason.DEMANDED_FACT_UNTOLD);
    assertThat(reason(ELSEWHERE, UNKNOWN)).isEqualTo(Reason.DEMAND_UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt_BR", "en"})
  void is_explained_for_every_seal_and_factor_there_is(String locale) throws IOException {
    Properties messages = messages(locale);
    Stream<Lack> seals =
        Stream.concat(Selo.all().stream(), Stream.of(Selo.of("999")))
            .map(seal -> new Lack.Seal(Set.of(seal), false));
    Stream<Lack> factors = Amr.all().stream().map(amr -> new Lack.Factor(Set.of(amr), false));
    Stream<Lack> levels =
        Stream.of(LEVEL, new Lack.Level(Optional.of(Nivel.of("diamante")), Nivel.PRATA));
    assertThat(Stream.of(seals, factors, levels).flatMap(lacks -> lacks).flatMap(LackText::of))
        .isNotEmpty()
        .allSatisfy(
            text -> {
              assertThat(messages).containsKey(text.key());
              assertThat(text.ways())
                  .isNotEmpty()
                  .allSatisfy(way -> assertThat(messages).containsKey(way.key()));
            });
  }

  private static Properties messages(String locale) throws IOException {
    Properties messages = new Properties();
    try (InputStreamReader file =
        new InputStreamReader(
            LackTest.class.getResourceAsStream(
                "/theme-resources/messages/messages_" + locale + ".properties"),
            StandardCharsets.UTF_8)) {
      messages.load(file);
    }
    return messages;
  }

  @Test
  void is_logged_without_a_word_about_the_person() {
    assertThat(LackLog.of(new Verdict.Lacking(List.of(LEVEL, SEAL, FACTOR, COMPANY, ELSEWHERE))))
        .isEqualTo("nivel=prata selo=801 fator=mfa empresa sessao");
    assertThat(
            LackLog.of(
                new Verdict.Lacking(List.of(new Lack.UnknownWord("a\r\nb" + "c".repeat(999))))))
        .doesNotContain("\n")
        .hasSizeLessThan(90);
  }
}
