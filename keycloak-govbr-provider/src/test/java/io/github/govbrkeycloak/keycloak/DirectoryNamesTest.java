package io.github.govbrkeycloak.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.UserModel;

@DisplayName("Names and e-mail of a login whose account")
class DirectoryNamesTest {

  private static BrokeredIdentityContext loginOf(UserModel account) {
    IdentityProviderModel provider = new IdentityProviderModel();
    provider.setAlias("govbr");
    provider.setEnabled(true);
    BrokeredIdentityContext login = new BrokeredIdentityContext("52998224725", provider);
    login.setFirstName("FULANA");
    login.setLastName("DE TAL");
    login.setEmail("fulana@cidadao.example");
    DirectoryNames.keep(Optional.ofNullable(account), login);
    return login;
  }

  private static UserModel account(String id, boolean federated) {
    return answering(UserModel.class, Map.of("getId", id, "isFederated", federated));
  }

  /** Keycloak's interface has dozens of methods: only these are asked. */
  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            DirectoryNamesTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              assertThat(answers).containsKey(method.getName());
              return answers.get(method.getName());
            }));
  }

  @ParameterizedTest(name = "{0}, imported from a directory {1}: gov.br's names {2}")
  @CsvSource({
    "7f0a3c52-6a9e-4a53-9a0e-0f7f0c1d2b3a, false, true",
    "7f0a3c52-6a9e-4a53-9a0e-0f7f0c1d2b3a, true, false",
    "f:ldap:fulana, false, false"
  })
  void is_there_already_are_the_directorys(String id, boolean federated, boolean govBrsNames) {
    BrokeredIdentityContext login = loginOf(account(id, federated));
    assertThat(login.getFirstName()).isEqualTo(govBrsNames ? "FULANA" : null);
    assertThat(login.getLastName()).isEqualTo(govBrsNames ? "DE TAL" : null);
    assertThat(login.getEmail()).isEqualTo(govBrsNames ? "fulana@cidadao.example" : null);
  }

  @Test
  void is_not_there_yet_are_gov_brs() {
    assertThat(loginOf(null).getFirstName()).isEqualTo("FULANA");
  }
}
