package io.github.govbrkeycloak.keycloak.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.matching.Decision.Holder;
import io.github.govbrkeycloak.keycloak.matching.Decision.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A first login")
class DecisionTest {

  private static final Map<String, Holder> HOLDERS =
      Map.of(
          "good", new Holder(true, false, false),
          "disabled", new Holder(false, false, false),
          "another's", new Holder(true, true, false),
          "self-written", new Holder(true, false, true),
          "disabled another's", new Holder(false, true, false));

  private static List<Holder> holders(String accounts) {
    return accounts == null
        ? List.of()
        : Arrays.stream(accounts.split(" \\+ ")).map(HOLDERS::get).toList();
  }

  @ParameterizedTest(name = "accounts [{0}], only existing {1}, e-mail taken {2}: {3} {4}")
  @CsvSource({
    ", false, false, GO_ON,",
    ", true, false, REFUSE, NOT_REGISTERED",
    ", false, true, REFUSE, EMAIL_OF_ANOTHER",
    ", true, true, REFUSE, NOT_REGISTERED",
    "good, false, false, LINK,",
    "good, true, true, LINK,",
    "disabled, false, false, DISABLED,",
    "another's, false, false, REFUSE, ACCOUNT_OF_ANOTHER",
    "disabled another's, true, false, REFUSE, ACCOUNT_OF_ANOTHER",
    "self-written, false, false, REFUSE, CPF_SELF_WRITTEN",
    "good + good, false, false, REFUSE, SEVERAL_ACCOUNTS",
    "good + disabled, true, false, REFUSE, SEVERAL_ACCOUNTS",
    "another's + good, false, true, REFUSE, SEVERAL_ACCOUNTS"
  })
  void goes_where_the_accounts_with_the_cpf_lead(
      String accounts, boolean onlyExisting, boolean emailTaken, Step step, String reason) {
    Decision decision = Decision.of(holders(accounts), onlyExisting, emailTaken);
    assertThat(decision.step()).isEqualTo(step);
    assertThat(decision.reason().map(Enum::name).orElse(null)).isEqualTo(reason);
  }
}
