package io.github.govbrkeycloak.simulator.tokens;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.tokens.SigningKeys.Which;
import java.util.Map;

/** Signs tokens, or does what a behaviour makes of a signature. */
final class TokenSignatures {

  private final SigningKeys keys;
  private final Behaviours behaviours;

  TokenSignatures(SigningKeys keys, Behaviours behaviours) {
    this.keys = keys;
    this.behaviours = behaviours;
  }

  /** With the key {@code /jwk} publishes now. */
  String sign(Map<String, Object> claims, Call call, TokenKind kind) {
    if (behaviours.acts(Behaviour.CHAVE_TROCADA_KID_NOVO, call)) {
      return sign(claims, call, kind, Which.ROTATED, SigningKeys.NEXT_KID);
    }
    boolean rotated = behaviours.acts(Behaviour.CHAVE_TROCADA_MESMO_KID, call);
    return sign(claims, call, kind, rotated ? Which.ROTATED : Which.PUBLISHED, SigningKeys.KID);
  }

  /** With a key of that name. */
  String sign(Map<String, Object> claims, Call call, TokenKind kind, Which key, String kid) {
    if (acts(Behaviour.SEM_ASSINATURA, call, kind)) {
      return new PlainObject(new PlainHeader(), new Payload(claims)).serialize();
    }
    if (acts(Behaviour.ASSINATURA_ERRADA, call, kind)) {
      return keys.sign(claims, Which.UNPUBLISHED, named(kid));
    }
    if (acts(Behaviour.HS256_COM_CHAVE_PUBLICA, call, kind)) {
      return keys.signWithPublicKeyAsSecret(claims, key, kid);
    }
    return acts(Behaviour.SEM_KID, call, kind)
        ? keys.sign(claims, key, new JWSHeader(JWSAlgorithm.RS256))
        : keys.sign(claims, key, named(kid));
  }

  private boolean acts(Behaviour behaviour, Call call, TokenKind kind) {
    return behaviours.take(behaviour, call, kind::isMeantBy).isPresent();
  }

  private static JWSHeader named(String kid) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build();
  }
}
