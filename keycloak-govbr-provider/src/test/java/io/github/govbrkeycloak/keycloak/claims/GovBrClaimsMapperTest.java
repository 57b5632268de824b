package io.github.govbrkeycloak.keycloak.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedContact;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.events.Details;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.IDToken;
import org.keycloak.util.JsonSerialization;

@DisplayName("The mapper that writes gov.br's facts into tokens")
class GovBrClaimsMapperTest {

  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final SessionFacts FACTS =
      new SessionFacts(
          1,
          "govbr",
          "52998224725",
          "Fulana de Tal",
          null,
          new StatedContact("f@x.br", true),
          null,
          "ouro",
          List.of(),
          List.of("passwd"),
          null,
          null,
          "2026-11-22T12:00:00Z",
          null);

  /** A session is an interface of forty methods: only its notes matter here. */
  private static UserSessionModel session(Map<String, String> notes) {
    return (UserSessionModel)
        Proxy.newProxyInstance(
            GovBrClaimsMapperTest.class.getClassLoader(),
            new Class<?>[] {UserSessionModel.class},
            (proxy, method, arguments) ->
                method.getName().equals("getNote") ? notes.get((String) arguments[0]) : null);
  }

  /** What Keycloak's own mappers leave in a token before ours runs. */
  private static IDToken token() {
    IDToken token = new IDToken();
    token.setAcr("1");
    token.setOtherClaims("amr", List.of());
    token.setOtherClaims("name", "An older name");
    token.setOtherClaims("email", "older@x.br");
    token.setOtherClaims("email_verified", false);
    token.setOtherClaims("phone_number", "61999999999");
    return token;
  }

  private static void map(IDToken token, Map<String, String> notes) {
    map(token, notes, Map.of());
  }

  private static void map(IDToken token, Map<String, String> notes, Map<String, String> config) {
    ProtocolMapperModel mapping = new ProtocolMapperModel();
    mapping.setConfig(config);
    new GovBrClaimsMapper().setClaim(token, mapping, session(notes), null, null);
  }

  private static Map<String, String> fromGovBr() {
    return Map.of(SessionFacts.NOTE, FACTS.toNote(), Details.IDENTITY_PROVIDER, "govbr");
  }

  @Test
  void writes_no_claim_twice() throws Exception {
    IDToken token = token();
    map(token, fromGovBr());
    String json = JsonSerialization.writeValueAsString(token);
    assertThatCode(() -> STRICT.readTree(json)).doesNotThrowAnyException();
  }

  @Test
  void replaces_what_keycloak_cannot_know() throws Exception {
    IDToken token = token();
    map(token, fromGovBr());
    Map<?, ?> claims = JsonSerialization.mapper.convertValue(token, Map.class);
    assertThat(claims.get("acr")).isEqualTo("ouro");
    assertThat(claims.get("amr")).isEqualTo(List.of("passwd"));
    assertThat(claims.get("name")).isEqualTo("Fulana de Tal");
    assertThat(claims.get("email")).isEqualTo("f@x.br");
    assertThat(claims.get("email_verified")).isEqualTo(true);
    assertThat(claims.containsKey("phone_number")).isFalse();
  }

  @Test
  void leaves_sessions_that_did_not_come_from_gov_br_as_they_are() {
    IDToken token = token();
    map(token, Map.of());
    assertThat(token.getAcr()).isEqualTo("1");
    assertThat(token.getOtherClaims()).containsEntry("name", "An older name");
  }

  @Test
  void leaves_a_session_alone_in_which_somebody_signed_in_by_another_way_since() {
    IDToken token = token();
    map(token, Map.of(SessionFacts.NOTE, FACTS.toNote(), Details.IDENTITY_PROVIDER, "outro"));
    assertThat(token.getAcr()).isEqualTo("1");
  }

  @Test
  void writes_only_what_was_chosen_and_leaves_keycloaks_own_claims_alone() {
    IDToken token = token();
    map(token, fromGovBr(), Map.of("dados", "nivel##fatores"));
    assertThat(token.getAcr()).isEqualTo("ouro");
    assertThat(token.getOtherClaims())
        .containsEntry("amr", List.of("passwd"))
        .containsEntry("govbr_nivel", "ouro")
        .containsEntry("govbr", Map.of("nivel", "ouro"))
        .containsEntry("name", "An older name")
        .containsEntry("phone_number", "61999999999")
        .doesNotContainKeys("cpf", "govbr_selos");
  }
}
