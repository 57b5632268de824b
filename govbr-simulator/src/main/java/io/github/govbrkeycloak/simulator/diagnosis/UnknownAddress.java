package io.github.govbrkeycloak.simulator.diagnosis;

import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Helps those who call an address that gov.br does not have. */
public final class UnknownAddress implements Inspector {

  /** What browsers ask for by themselves. */
  private static final List<String> BROWSERS_OWN =
      List.of("/favicon.ico", "/robots.txt", "/apple-touch-icon", "/.well-known/appspecific/");

  /** What stands in the addresses of other providers, and in those that browsers ask for. */
  private static final Set<String> OTHERS_WORDS =
      Set.of(
          "appspecific",
          "authorization",
          "connect",
          "favicon.ico",
          "introspection",
          "jwks",
          "jwks.json",
          "keys",
          "oauth",
          "oauth2",
          "oidc",
          "openid-connect",
          "protocol",
          "realms",
          "revocation",
          "revoke",
          "robots.txt");

  /** How other providers call what gov.br calls otherwise. */
  private static final Map<String, String> ELSEWHERE = elsewhere();

  /** Words of such paths, which say nothing about anybody. */
  public static Stream<String> words() {
    return Stream.concat(OTHERS_WORDS.stream(), ELSEWHERE.keySet().stream());
  }

  @Override
  public String endpoint() {
    return NOWHERE;
  }

  @Override
  public List<Finding> inspect(IncomingCall call) {
    String path = call.path();
    if (BROWSERS_OWN.stream().anyMatch(path::startsWith)) {
      return List.of();
    }
    if (path.contains("//")) {
      return List.of(
          Objection.BARRA_DUPLA.because(
              "duas barras seguidas no endereço: o emissor já termina em barra, não some outra."));
    }
    return List.of(
        Objection.ENDERECO_INEXISTENTE.because(
            ELSEWHERE.entrySet().stream()
                .filter(hint -> path.contains(hint.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("o gov.br não tem este endereço: confira a grafia.")));
  }

  private static Map<String, String> elsewhere() {
    Map<String, String> hints = new LinkedHashMap<>();
    hints.put("jwk", "o gov.br publica as chaves em /jwk, no singular.");
    hints.put("certs", "o gov.br publica as chaves em /jwk.");
    hints.put("introspect", "o gov.br não tem introspecção: confira a assinatura do token.");
    hints.put("revo", "o gov.br não tem revogação de tokens: a saída é por /logout.");
    hints.put("register", "o gov.br não registra serviços por API: peça a credencial.");
    hints.put("end-session", "a saída do gov.br é /logout, fora da descoberta.");
    hints.put("end_session", "a saída do gov.br é /logout, fora da descoberta.");
    hints.put("oauth-authorization-server", "a descoberta é /.well-known/openid-configuration.");
    hints.put("auth", "a entrada do gov.br é /authorize.");
    return hints;
  }
}
