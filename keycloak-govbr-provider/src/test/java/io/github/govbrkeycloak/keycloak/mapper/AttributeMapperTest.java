package io.github.govbrkeycloak.keycloak.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

@DisplayName("The mapper of a fact to an attribute")
class AttributeMapperTest {

  private final Map<String, List<String>> account = new HashMap<>();
  private boolean readOnly;
  private int writes;

  /** An account is an interface of sixty methods: only attributes and fields matter here. */
  private UserModel user() {
    return (UserModel)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {UserModel.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAttributeStream" -> values((String) arguments[0]).stream();
                  case "getFirstName" -> values("firstName").stream().findFirst().orElse(null);
                  case "getEmail" -> values("email").stream().findFirst().orElse(null);
                  case "setAttribute" -> write((String) arguments[0], arguments[1]);
                  case "removeAttribute" -> write((String) arguments[0], null);
                  case "setFirstName" -> write("firstName", arguments[0]);
                  case "setEmail" -> write("email", arguments[0]);
                  case "setEmailVerified" -> write("emailVerified", arguments[0].toString());
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private List<String> values(String name) {
    return account.getOrDefault(name, List.of());
  }

  private Object write(String name, Object value) {
    if (readOnly) {
      throw new ReadOnlyException("directory");
    }
    writes++;
    if (value == null) {
      account.remove(name);
    } else {
      account.put(
          name,
          value instanceof List<?> list
              ? list.stream().map(Object::toString).toList()
              : List.of(value.toString()));
    }
    return null;
  }

  /** A realm in which addresses may be shared; nothing else is asked of it. */
  private static RealmModel realm() {
    return (RealmModel)
        Proxy.newProxyInstance(
            AttributeMapperTest.class.getClassLoader(),
            new Class<?>[] {RealmModel.class},
            (proxy, method, arguments) -> method.getName().equals("isDuplicateEmailsAllowed"));
  }

  private static IdentityProviderMapperModel mapper(String fact, String attribute) {
    IdentityProviderMapperModel model = new IdentityProviderMapperModel();
    model.setName("teste");
    model.setConfig(new HashMap<>(Map.of("fato", fact, "atributo", attribute)));
    return model;
  }

  private void login(SessionFacts facts, String fact, String attribute) {
    new AttributeMapper()
        .updateBrokeredUser(null, realm(), user(), mapper(fact, attribute), Logins.with(facts));
  }

  @Test
  void writes_every_value() {
    login(Logins.OURO, "selos.id", "selos");
    assertThat(account).containsEntry("selos", List.of("801", "602", "999"));
  }

  @Test
  void writes_nothing_when_nothing_changed() {
    login(Logins.OURO, "selos.id", "selos");
    login(Logins.OURO, "selos.id", "selos");
    assertThat(writes).isEqualTo(1);
  }

  @Test
  void takes_the_attribute_away_when_the_fact_is_gone() {
    login(Logins.OURO, "cnpj", "empresa");
    login(Logins.NOTHING_BUT_THE_CPF, "cnpj", "empresa");
    assertThat(account).isEmpty();
  }

  @Test
  void writes_the_first_value_into_a_field_of_one() {
    login(Logins.OURO, "amr", "firstName");
    assertThat(account).containsEntry("firstName", List.of("mfa"));
  }

  @Test
  void writes_a_verified_address_as_verified_and_anything_else_as_not() {
    login(Logins.OURO, "email", "email");
    assertThat(account).containsEntry("email", List.of("f@x.br"));
    assertThat(account).containsEntry("emailVerified", List.of("true"));

    login(Logins.OURO, "nivel", "email");
    assertThat(account).containsEntry("emailVerified", List.of("false"));
  }

  @Test
  void leaves_an_address_unverified_that_gov_br_did_not_verify() {
    login(
        Logins.facts("{\"version\": 1, \"email\": {\"value\": \"g@x.br\", \"verified\": false}}"),
        "email",
        "email");
    assertThat(account).containsEntry("emailVerified", List.of("false"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"cpf", "cnpj"})
  void lets_the_login_of_a_person_of_a_read_only_directory_go_on(String fact) {
    account.put("documento", List.of("de antes"));
    readOnly = true;
    assertThatCode(() -> login(Logins.NOTHING_BUT_THE_CPF, fact, "documento"))
        .doesNotThrowAnyException();
    assertThat(account).containsEntry("documento", List.of("de antes"));
  }

  @Test
  void does_not_touch_a_read_only_directory_that_has_the_value_already() {
    account.put("documento", List.of("52998224725"));
    readOnly = true;
    login(Logins.OURO, "cpf", "documento");
    assertThat(account).containsEntry("documento", List.of("52998224725"));
  }

  @ParameterizedTest(name = "{0} into {1}")
  @CsvSource({"cpf, username", "cpf, UserName", "cpf, ''", "'selos[', selos", "'', selos"})
  void changes_nothing_when_it_cannot_be_understood(String fact, String attribute) {
    account.put("selos", List.of("801"));
    login(Logins.NOTHING_BUT_THE_CPF, fact, attribute);
    assertThat(writes).isZero();
  }

  @Test
  void prefers_the_path_that_the_list_lacks() {
    IdentityProviderMapperModel model = mapper("cpf", "data");
    model.getConfig().put("caminho", " selos[801].atualizado_em ");
    new AttributeMapper().importNewUser(null, realm(), user(), model, Logins.with(Logins.OURO));
    assertThat(account).containsEntry("data", List.of("2025-08-19T16:41:24-03:00"));
    model.getConfig().put("caminho", "empresa.atuacao");
    assertThat(new AttributeMapper().neededFacts(model.getConfig())).containsExactly(Fact.ATUACAO);
  }

  @Test
  void offers_attributes_to_the_first_login_in_lists_that_keycloak_can_read_back() {
    BrokeredIdentityContext login = Logins.with(Logins.OURO);
    new AttributeMapper().preprocessFederatedIdentity(null, null, mapper("cpf", "cpf"), login);
    assertThat(login.getAttributes()).containsEntry("cpf", List.of("52998224725"));
    assertThat(login.getContextData().get("user.attributes.cpf")).isInstanceOf(ArrayList.class);
  }

  @Test
  void offers_no_name_because_keycloak_would_write_it_unasked() {
    BrokeredIdentityContext login = Logins.with(Logins.OURO);
    new AttributeMapper()
        .preprocessFederatedIdentity(null, null, mapper("name", "firstName"), login);
    assertThat(login.getFirstName()).isNull();
    assertThat(login.getAttributes()).isEmpty();
  }
}
