package io.github.govbrkeycloak.keycloak.privacy;

import static io.github.govbrkeycloak.keycloak.privacy.PseudonymTest.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.config.PrivacySettings;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Cpf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The identifiers of a person")
class IdentifiersTest {

  private static final String CPF = "52998224725";
  private static final Subject PERSON = new Subject(CPF, Optional.of(Cpf.of(CPF)));
  private static final PseudonymKey OLD = key("2025", "old");
  private static final PseudonymKey NEW = key("2026", "new");
  private static final PseudonymKey REALM = key("", "realm");

  private static Identifiers of(String userName, String federatedId, PseudonymKeys keys) {
    return of(PERSON, userName, federatedId, keys);
  }

  private static Identifiers of(
      Subject subject, String userName, String federatedId, PseudonymKeys keys) {
    return new Identifiers(
        subject,
        "govbr",
        new PrivacySettings(Map.of("nomeDeUsuario", userName, "idFederado", federatedId)),
        keys);
  }

  private static PseudonymKeys keys(PseudonymKey current, PseudonymKey... former) {
    return new PseudonymKeys(current, List.of(former));
  }

  @ParameterizedTest(name = "user name {0}, link {1}: {2}, linked by {3}")
  @CsvSource({
    "pseudonimo, cpf, govbr-2026-.{26}, 52998224725",
    "cpf, cpf, 52998224725, 52998224725",
    "cpf, pseudonimo, 52998224725, 2026-.{26}",
    "pseudonimo, pseudonimo, govbr-2026-.{26}, 2026-.{26}"
  })
  void follow_the_settings(String userName, String federatedId, String name, String link) {
    Identifiers person = of(userName, federatedId, keys(NEW, OLD, REALM));
    assertThat(person.userName()).hasValueSatisfying(value -> assertThat(value).matches(name));
    assertThat(person.federatedId()).matches(link);
    assertThat(person.pseudonym()).as("events never tell the CPF").startsWith("govbr-2026-");
  }

  @ParameterizedTest
  @CsvSource({"cpf, pseudonimo", "pseudonimo, cpf", "pseudonimo, pseudonimo", "aleatorio, cpf"})
  void find_accounts_of_every_earlier_setting(String userName, String federatedId) {
    Identifiers before = of("pseudonimo", "pseudonimo", keys(OLD, REALM));
    Identifiers first = of("pseudonimo", "cpf", keys(REALM));

    Identifiers now = of(userName, federatedId, keys(NEW, OLD, REALM));

    assertThat(now.isLinkedBy(before.federatedId())).isTrue();
    assertThat(now.isLinkedBy(first.federatedId())).isTrue();
    assertThat(now.isLinkedBy("11144477735")).isFalse();
    assertThat(now.formerFederatedIds()).doesNotContain(now.federatedId()).doesNotHaveDuplicates();
    assertThat(now.formerUserNames()).contains(before.pseudonym(), first.pseudonym());
    assertThat(now.userName().map(now.formerUserNames()::contains).orElse(false)).isFalse();
  }

  @Test
  void by_chance_leave_behind_every_computed_name() {
    Identifiers person = of("aleatorio", "cpf", keys(NEW, REALM));
    assertThat(person.userName()).isEmpty();
    assertThat(person.isRandom()).isTrue();
    assertThat(person.formerUserNames()).contains(CPF, person.pseudonym());
  }

  @Test
  void of_a_subject_that_is_no_cpf_are_pseudonyms() {
    Identifiers person = of(new Subject("user-1", Optional.empty()), "cpf", "cpf", keys(REALM));
    assertThat(person.userName()).contains(person.pseudonym());
    assertThat(person.federatedId()).isEqualTo("user-1");
  }

  @Test
  void are_never_printed() {
    assertThat(of("cpf", "cpf", keys(NEW))).hasToString("Identifiers");
    assertThat(NEW.toString()).isEqualTo("PseudonymKey 2026");
  }
}
