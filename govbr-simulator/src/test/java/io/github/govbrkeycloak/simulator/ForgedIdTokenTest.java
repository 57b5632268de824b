package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On demand the ID token is forged so that it")
class ForgedIdTokenTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private RelyingParty service;

  @BeforeEach
  void takeTheService() {
    service = RUNNING.service();
  }

  private String forged(Behaviour behaviour, Map<String, Object> parameters) {
    Activation activation = Activation.always();
    for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
      activation = activation.with(parameter.getKey(), parameter.getValue());
    }
    RUNNING.govbr().behaviours().activate(behaviour, activation);
    return service.tokens("ouro-otp").idToken();
  }

  private static String text(String token, int part) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]), StandardCharsets.UTF_8);
  }

  private static JsonNode json(String token, int part) throws Exception {
    return new ObjectMapper().readTree(text(token, part));
  }

  private boolean verifies(String token) throws Exception {
    return verifies(token, published());
  }

  private RSAKey published() throws Exception {
    return JWKSet.parse(service.get("/jwk").text()).getKeys().get(0).toRSAKey();
  }

  private static boolean verifies(String token, RSAKey key) throws Exception {
    return JWSObject.parse(token).verify(new RSASSAVerifier(key.toRSAPublicKey()));
  }

  @Test
  void says_anything_and_leaves_out_what_is_to_be_left_out() throws Exception {
    Map<String, Object> more = new HashMap<>(Collections.singletonMap("iat", null));
    more.put("aud", List.of("a", "b"));
    more.put("nbf", 4102444800L);

    String token = forged(Behaviour.CLAIMS_TROCADOS, Map.of("dados", more));

    JsonNode claims = json(token, 1);
    assertThat(claims.has("iat")).isFalse();
    assertThat(claims.path("aud")).extracting(JsonNode::asText).containsExactly("a", "b");
    assertThat(claims.path("nbf").asLong()).isEqualTo(4102444800L);
    assertThat(claims.path("sub").asText()).isEqualTo(RUNNING.govbr().persona("ouro-otp").cpf());
    assertThat(verifies(token)).isTrue();
  }

  @Test
  void says_one_thing_twice() throws Exception {
    String token = forged(Behaviour.CLAIMS_REPETIDOS, Map.of("valor", "11144477735"));

    assertThat(text(token, 1).split("\"sub\"", -1)).hasSize(3);
    assertThat(text(token, 1)).endsWith(",\"sub\":\"11144477735\"}");
    assertThat(verifies(token)).isTrue();
  }

  @Test
  void has_any_header_and_still_a_good_signature() throws Exception {
    String token =
        forged(
            Behaviour.CABECALHO_TROCADO,
            Map.of("dados", Map.of("kid", "../../etc/passwd", "jku", "https://evil.example/jwk")));

    assertThat(json(token, 0).path("kid").asText()).isEqualTo("../../etc/passwd");
    assertThat(json(token, 0).path("jku").asText()).isEqualTo("https://evil.example/jwk");
    assertThat(json(token, 0).path("alg").asText()).isEqualTo("RS256");
    assertThat(verifies(token)).isTrue();
  }

  @Test
  void is_signed_by_another_of_the_test_keys() throws Exception {
    String token = forged(Behaviour.CABECALHO_TROCADO, Map.of("chave", "trocada"));

    assertThat(verifies(token)).isFalse();
    RUNNING.govbr().behaviours().activate(Behaviour.CHAVE_TROCADA_MESMO_KID, Activation.always());
    assertThat(verifies(token)).isTrue();
  }

  @Test
  void brings_the_key_to_check_it_with() throws Exception {
    String token = forged(Behaviour.CHAVE_NO_CABECALHO, Map.of());

    RSAKey own = RSAKey.parse(json(token, 0).path("jwk").toString());
    assertThat(verifies(token, own)).isTrue();
    assertThat(verifies(token)).isFalse();
  }

  @Test
  void has_lost_its_signature() {
    String token = forged(Behaviour.ASSINATURA_CORTADA, Map.of());

    assertThat(token).endsWith(".");
    assertThat(text(token, 0)).contains("RS256");
  }

  @Test
  void has_one_character_of_its_signature_changed() throws Exception {
    assertThat(verifies(forged(Behaviour.ASSINATURA_ALTERADA, Map.of()))).isFalse();
  }

  @Test
  void is_encrypted() throws Exception {
    String token = forged(Behaviour.ID_TOKEN_CIFRADO, Map.of());

    assertThat(token.split("\\.", -1)).hasSize(5);
    assertThat(json(token, 0).path("enc").asText()).isEqualTo("A256GCM");
  }

  @Test
  void lies_within_another_token() throws Exception {
    String token = forged(Behaviour.ID_TOKEN_ANINHADO, Map.of());

    assertThat(verifies(token)).isTrue();
    assertThat(json(token, 0).path("cty").asText()).isEqualTo("JWT");
    assertThat(verifies(text(token, 1))).isTrue();
  }

  @Test
  void and_the_access_token_speaks_of_somebody_else() throws Exception {
    RUNNING
        .govbr()
        .behaviours()
        .activate(
            Behaviour.CLAIMS_DO_ACCESS_TOKEN_TROCADOS,
            Activation.always().with("dados", Map.of("sub", "11144477735")));

    RelyingParty.Tokens tokens = service.tokens("ouro-otp");

    assertThat(tokens.accessClaims().path("sub").asText()).isEqualTo("11144477735");
    assertThat(tokens.idClaims().path("sub").asText())
        .isEqualTo(RUNNING.govbr().persona("ouro-otp").cpf());
    assertThat(verifies(tokens.accessToken())).isTrue();
  }
}
