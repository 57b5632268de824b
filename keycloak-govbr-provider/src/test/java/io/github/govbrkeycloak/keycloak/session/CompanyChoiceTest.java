package io.github.govbrkeycloak.keycloak.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedCompany;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The company chosen in an application")
class CompanyChoiceTest {

  private static final CompanyChoice CHOICE =
      CompanyChoice.of(
          "govbr", "12ABC34501DE35", Optional.of("Empresa Escolhida"), Optional.of("SOCIO"));

  private static final SessionFacts FACTS =
      SessionFacts.fromNote(
              "{\"version\":1,\"alias\":\"govbr\",\"cpf\":\"52998224725\",\"nivel\":\"ouro\","
                  + "\"company\":{\"cnpj\":\"11222333000181\",\"name\":\"Do Certificado\"}}")
          .orElseThrow();

  @Test
  void takes_the_place_of_the_certificate_s_and_changes_nothing_else() {
    SessionFacts seen = CHOICE.in(FACTS);

    assertThat(seen.company())
        .isEqualTo(new StatedCompany("12ABC34501DE35", "Empresa Escolhida", "SOCIO", true));
    assertThat(seen.with(FACTS.company())).isEqualTo(FACTS);
  }

  @Test
  void says_nothing_of_a_login_at_another_gov_br() {
    CompanyChoice elsewhere =
        CompanyChoice.of("outro", "12ABC34501DE35", Optional.empty(), Optional.empty());

    assertThat(elsewhere.in(FACTS)).isEqualTo(FACTS);
  }

  @Test
  void may_be_none() {
    CompanyChoice none = CompanyChoice.none("govbr");

    assertThat(none.isCompany()).isFalse();
    assertThat(none.in(FACTS)).isEqualTo(FACTS);
    assertThat(CompanyChoice.fromNote(none.toNote())).contains(none);
  }

  @Test
  void is_small_enough_for_a_note_and_read_as_it_was_written() {
    assertThat(CompanyChoice.fromNote(CHOICE.toNote())).contains(CHOICE);
    assertThat(CHOICE.toNote().length()).isLessThan(150);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "nonsense", "null", "[]", "{}", "{\"cnpj\":\"12ABC34501DE35\"}"})
  void is_not_there_when_the_note_says_nothing_of_it(String note) {
    assertThat(CompanyChoice.fromNote(note)).isEmpty();
  }

  @Test
  void is_not_printed() {
    assertThat(CHOICE.toString()).doesNotContain("12ABC", "Escolhida");
  }
}
