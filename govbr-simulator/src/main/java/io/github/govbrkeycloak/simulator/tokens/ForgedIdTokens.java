package io.github.govbrkeycloak.simulator.tokens;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.github.govbrkeycloak.simulator.tokens.SigningKeys.Which;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * ID tokens as an attacker would write them: with any claims, any header and a signature that does
 * not fit. No library for honest tokens makes these.
 */
final class ForgedIdTokens {

  private static final String MORE = "dados";
  private static final String VALUE = "valor";

  private final Behaviours behaviours;
  private final SigningKeys keys;

  ForgedIdTokens(Behaviours behaviours, SigningKeys keys) {
    this.behaviours = behaviours;
    this.keys = keys;
  }

  /** Overwrites claims with those of the behaviour; a null removes one. */
  void changeClaims(Behaviour behaviour, Map<String, Object> claims, Call call) {
    behaviours.take(behaviour, call).ifPresent(parameters -> overwrite(claims, parameters));
  }

  /** A forged token with these claims; empty when nobody asked for one. */
  Optional<String> of(Map<String, Object> claims, Call call) {
    String payload = JSONObjectUtils.toJSONString(claims);
    return firstOf(
        take(Behaviour.CABECALHO_TROCADO, call).map(p -> withHeader(payload, p)),
        take(Behaviour.CHAVE_NO_CABECALHO, call).map(p -> withItsOwnKey(payload)),
        take(Behaviour.ASSINATURA_CORTADA, call).map(p -> withoutSignature(payload)),
        take(Behaviour.ASSINATURA_ALTERADA, call).map(p -> withOtherSignature(payload)),
        take(Behaviour.CLAIMS_REPETIDOS, call).map(p -> withClaimTwice(payload, p)),
        take(Behaviour.ID_TOKEN_CIFRADO, call).map(p -> encrypted(payload)),
        take(Behaviour.ID_TOKEN_ANINHADO, call).map(p -> nested(payload)));
  }

  private Optional<Parameters> take(Behaviour behaviour, Call call) {
    return behaviours.take(behaviour, call);
  }

  @SafeVarargs
  private static Optional<String> firstOf(Optional<String>... tokens) {
    for (Optional<String> token : tokens) {
      if (token.isPresent()) {
        return token;
      }
    }
    return Optional.empty();
  }

  private static void overwrite(Map<String, Object> members, Parameters parameters) {
    if (parameters.values().get(MORE) instanceof Map<?, ?> more) {
      more.forEach(
          (name, value) -> {
            if (value == null) {
              members.remove(String.valueOf(name));
            } else {
              members.put(String.valueOf(name), value);
            }
          });
    }
  }

  private static Map<String, Object> honestHeader() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("kid", SigningKeys.KID);
    header.put("alg", "RS256");
    return header;
  }

  private String signed(Map<String, Object> header, String payload, Which which) {
    return keys.signAsWritten(JSONObjectUtils.toJSONString(header), payload, which);
  }

  private String withHeader(String payload, Parameters parameters) {
    Map<String, Object> header = honestHeader();
    overwrite(header, parameters);
    return signed(
        header, payload, Which.named(parameters.text("chave", "")).orElse(Which.PUBLISHED));
  }

  private String withItsOwnKey(String payload) {
    Map<String, Object> header = honestHeader();
    header.put("jwk", keys.publicJwk(Which.UNPUBLISHED));
    return signed(header, payload, Which.UNPUBLISHED);
  }

  private String withoutSignature(String payload) {
    String token = signed(honestHeader(), payload, Which.PUBLISHED);
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private String withOtherSignature(String payload) {
    String token = signed(honestHeader(), payload, Which.PUBLISHED);
    int first = token.lastIndexOf('.') + 1;
    char other = token.charAt(first) == 'A' ? 'B' : 'A';
    return token.substring(0, first) + other + token.substring(first + 1);
  }

  /** Which of the two counts is for the reader to say: that is what makes it dangerous. */
  private String withClaimTwice(String payload, Parameters parameters) {
    String second =
        JSONObjectUtils.toJSONString(
            Map.of(parameters.text("nome", "sub"), parameters.text(VALUE, "outra-pessoa")));
    String twice = payload.substring(0, payload.length() - 1) + "," + second.substring(1);
    return signed(honestHeader(), twice, Which.PUBLISHED);
  }

  private String encrypted(String payload) {
    JWEObject jwe =
        new JWEObject(
            new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                .contentType("JWT")
                .build(),
            new Payload(signed(honestHeader(), payload, Which.PUBLISHED)));
    try {
      jwe.encrypt(new RSAEncrypter(keys.publicKey(Which.PUBLISHED)));
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot encrypt", e);
    }
    return jwe.serialize();
  }

  private String nested(String payload) {
    Map<String, Object> outer = honestHeader();
    outer.put("cty", "JWT");
    return signed(outer, signed(honestHeader(), payload, Which.PUBLISHED), Which.PUBLISHED);
  }
}
