package io.github.govbrkeycloak.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** By what a service notices each behaviour: something it can see, and does not see otherwise. */
final class WireSigns {

  /**
   * What to look at.
   *
   * @param parameters the behaviour's, as JSON; empty for none
   */
  record Sign(String parameters, BooleanSupplier seen) {

    boolean isSeen() {
      return seen.getAsBoolean();
    }
  }

  private static final String KEYS = "/jwk";
  private static final String PERSON = "ouro-otp";
  private static final String SEALS = "/confiabilidades/v3/contas/98765432100/confiabilidades";

  /** Only a call that is never answered lasts so long; a slow machine's answers come before. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RunningSimulator running;
  private final Map<Behaviour, Sign> signs = new EnumMap<>(Behaviour.class);

  WireSigns(RunningSimulator running) {
    this.running = running;
    onTheConnection();
    inSignatures();
    inTheIdToken();
    inForgedIdTokens();
    aboutCodes();
    inAnswers();
  }

  /** {@code null} if nobody has said how to notice it. */
  Sign of(Behaviour behaviour) {
    return signs.get(behaviour);
  }

  private void onTheConnection() {
    put(Behaviour.ATRASO, "{\"ms\":600000}", this::takesTooLong);
    put(Behaviour.NUNCA_RESPONDE, this::takesTooLong);
    put(Behaviour.CONEXAO_REINICIADA, this::isReset);
    put(Behaviour.FIREWALL, this::isReset);
    put(Behaviour.STATUS, "{\"status\":502}", () -> keys().status() == 502);
    put(Behaviour.LIMITE_DE_CHAMADAS, () -> keys().status() == 429);
    put(Behaviour.FORA_DO_AR, () -> keys().status() == 503);
    put(Behaviour.CORPO_VAZIO, () -> keys().status() == 200 && keys().bytes().length == 0);
    put(Behaviour.CORPO_NAO_JSON, () -> keys().text().contains("<html"));
    put(Behaviour.CORPO_ENORME, () -> keys().bytes().length == 20 * 1024 * 1024);
    put(Behaviour.CORPO_TRUNCADO, () -> !RawHttp.body(raw()).endsWith("}"));
    put(Behaviour.A_CONTA_GOTAS, "{\"bytes\":9,\"ms\":1}", () -> keys().text().isBlank());
  }

  private void inSignatures() {
    put(Behaviour.SEM_ASSINATURA, () -> tokens().idToken().endsWith("."));
    put(Behaviour.ASSINATURA_ERRADA, () -> !verifies(tokens().idToken()));
    put(Behaviour.SEM_KID, () -> !tokens().idHeader().has("kid"));
    put(
        Behaviour.HS256_COM_CHAVE_PUBLICA,
        () -> tokens().idHeader().get("alg").asText().equals("HS256"));
    String modulus = keys().json().at("/keys/0/n").asText();
    put(
        Behaviour.CHAVE_TROCADA_MESMO_KID,
        () ->
            !keys().json().at("/keys/0/n").asText().equals(modulus)
                && keys().json().at("/keys/0/kid").asText().equals("rsa1")
                && verifies(tokens().idToken()));
    put(
        Behaviour.CHAVE_TROCADA_KID_NOVO,
        () ->
            tokens().idHeader().get("kid").asText().equals("rsa2") && verifies(tokens().idToken()));
  }

  private void inTheIdToken() {
    claim(Behaviour.AUD_ERRADO, id -> !id.get("aud").asText().equals(RelyingParty.CLIENT_ID));
    claim(Behaviour.ISS_ERRADO, id -> !id.get("iss").asText().equals(running.govbr().issuer()));
    claim(Behaviour.SUB_INVALIDO, id -> Cpf.parse(id.get("sub").asText()).isEmpty());
    claim(Behaviour.EXPIRADO, id -> id.get("exp").asLong() < now());
    claim(Behaviour.SEM_IAT, id -> !id.has("iat"));
    claim(Behaviour.SEM_NONCE, id -> !id.has("nonce"));
    claim(Behaviour.NONCE_ERRADO, id -> !id.path("nonce").asText().equals(RelyingParty.NONCE));
    claim(Behaviour.SEM_RELIABILITY_INFO, id -> !id.has("reliability_info"));
    claim(Behaviour.IAT_NO_FUTURO, id -> id.get("iat").asLong() > id.get("exp").asLong());
    claim(Behaviour.AZP_ERRADO, id -> id.has("azp"));
    claim(Behaviour.RELOGIO_TORTO, id -> id.get("iat").asLong() > now() + 200);
    claim(Behaviour.AUD_EM_LISTA, id -> id.get("aud").isArray());
    claim(Behaviour.ESCOPO_EM_TEXTO, id -> id.get("scope").isTextual());
    claim(Behaviour.AMR_EM_TEXTO, id -> id.get("amr").isTextual());
    claim(Behaviour.SEM_CLAIM, id -> !id.has("name"));
    claim(
        Behaviour.NIVEL_DESCONHECIDO,
        id ->
            !Set.of("bronze", "silver", "gold")
                .contains(id.at("/reliability_info/level").asText()));
    claim(
        Behaviour.SELO_DESCONHECIDO, id -> id.at("/reliability_info").toString().contains("9999"));
    claim(Behaviour.AMR_DESCONHECIDO, id -> id.get("amr").toString().contains("iris"));
    put(
        Behaviour.SUB_TROCADO,
        () -> {
          Tokens tokens = tokens();
          String sub = tokens.idClaims().get("sub").asText();
          return Cpf.parse(sub).isPresent()
              && !sub.equals(tokens.accessClaims().get("sub").asText());
        });
  }

  private void inForgedIdTokens() {
    put(
        Behaviour.CABECALHO_TROCADO,
        "{\"dados\":{\"kid\":\"outra\"}}",
        () -> tokens().idHeader().path("kid").asText().equals("outra"));
    put(Behaviour.CHAVE_NO_CABECALHO, () -> tokens().idHeader().has("jwk"));
    put(Behaviour.ASSINATURA_CORTADA, () -> tokens().idToken().endsWith("."));
    put(Behaviour.ASSINATURA_ALTERADA, () -> !verifies(tokens().idToken()));
    put(Behaviour.ID_TOKEN_CIFRADO, () -> tokens().idToken().split("\\.", -1).length == 5);
    put(Behaviour.ID_TOKEN_ANINHADO, () -> tokens().idHeader().has("cty"));
    put(
        Behaviour.CLAIMS_TROCADOS,
        "{\"dados\":{\"iat\":null}}",
        () -> !tokens().idClaims().has("iat"));
    put(Behaviour.CLAIMS_REPETIDOS, "{\"valor\":\"outra\"}", this::saysItsSubjectTwice);
    put(
        Behaviour.CLAIMS_DO_ACCESS_TOKEN_TROCADOS,
        "{\"dados\":{\"sub\":\"outra\"}}",
        () -> tokens().accessClaims().path("sub").asText().equals("outra"));
  }

  private boolean saysItsSubjectTwice() {
    byte[] payload = Base64.getUrlDecoder().decode(tokens().idToken().split("\\.", -1)[1]);
    return new String(payload, StandardCharsets.UTF_8).split("\"sub\"", -1).length == 3;
  }

  private void aboutCodes() {
    put(Behaviour.CODIGO_EXPIRADO, () -> service().exchange(code()).status() == 400);
    put(
        Behaviour.CODIGO_REUTILIZAVEL,
        () -> {
          String code = code();
          service().exchange(code);
          return service().exchange(code).status() == 200;
        });
    put(
        Behaviour.PKCE_NAO_CONFERIDO,
        () -> {
          Map<String, String> form = RelyingParty.tokenParameters(code());
          form.remove("code_verifier");
          return service().token(form, RelyingParty.CLIENT_ID, RelyingParty.SECRET).status() == 200;
        });
  }

  private void inAnswers() {
    put(
        Behaviour.ACCESS_TOKEN_VENCIDO,
        () -> service().get("/userinfo", tokens().accessToken()).status() == 401);
    put(Behaviour.SEM_ID_TOKEN, () -> !tokenAnswer().has("id_token"));
    put(Behaviour.ESCOPO_EM_LISTA, () -> tokenAnswer().get("scope").isArray());
    put(
        Behaviour.SUB_DE_OUTRA_PESSOA,
        () -> !userinfo().path("name").asText().contains("Maria Ouro"));
    put(Behaviour.SEM_CAMPO, "{\"nome\":\"name\"}", () -> !userinfo().has("name"));
    put(
        Behaviour.CAMPO_TROCADO,
        "{\"nome\":\"keys.kty\",\"valor\":\"XYZ\"}",
        () -> keys().json().at("/keys/0/kty").asText().equals("XYZ"));
    put(Behaviour.CAMPO_EM_LISTA, "{\"nome\":\"sub\"}", () -> userinfo().get("sub").isArray());
    put(
        Behaviour.CAMPO_EM_TEXTO,
        "{\"nome\":\"email_verified\"}",
        () -> userinfo().get("email_verified").isTextual());
    put(Behaviour.CORPO_EM_LISTA, () -> keys().json().isArray());
    put(Behaviour.CORPO_SEM_LISTA, () -> seals().isObject());
    put(Behaviour.LISTA_VAZIA, () -> seals().isEmpty() && keys().json().get("keys").isEmpty());
  }

  private void put(Behaviour behaviour, BooleanSupplier seen) {
    put(behaviour, "", seen);
  }

  private void put(Behaviour behaviour, String parameters, BooleanSupplier seen) {
    signs.put(behaviour, new Sign(parameters, seen));
  }

  private void claim(Behaviour behaviour, Predicate<JsonNode> seen) {
    put(behaviour, () -> seen.test(tokens().idClaims()));
  }

  private RelyingParty service() {
    return running.service();
  }

  private Answer keys() {
    return service().get(KEYS);
  }

  private String code() {
    return service().code(PERSON);
  }

  private Tokens tokens() {
    return service().tokens(PERSON);
  }

  private JsonNode tokenAnswer() {
    return service().exchange(code()).json();
  }

  private JsonNode userinfo() {
    return service().get("/userinfo", tokens().accessToken()).json();
  }

  private JsonNode seals() {
    return service().get(SEALS, tokens().accessToken()).json();
  }

  private long now() {
    return running.govbr().clock().instant().getEpochSecond();
  }

  private String raw() {
    try {
      return RawHttp.get(running.govbr().baseUrl(), KEYS);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean takesTooLong() {
    try {
      return RawHttp.get(running.govbr().baseUrl(), KEYS, PATIENCE).isEmpty();
    } catch (IOException timeout) {
      return true;
    }
  }

  private boolean isReset() {
    try {
      return RawHttp.get(running.govbr().baseUrl(), KEYS).isEmpty();
    } catch (IOException reset) {
      return String.valueOf(reset.getMessage()).contains("reset");
    }
  }

  private boolean verifies(String token) {
    try {
      RSAKey key = RSAKey.parse(keys().json().at("/keys/0").toString());
      return JWSObject.parse(token).verify(new RSASSAVerifier(key));
    } catch (java.text.ParseException | com.nimbusds.jose.JOSEException unreadable) {
      return false;
    }
  }
}
