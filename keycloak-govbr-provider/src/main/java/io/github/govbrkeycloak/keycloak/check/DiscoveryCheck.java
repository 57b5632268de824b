package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.http.Answer;
import io.github.govbrkeycloak.keycloak.http.JsonAnswer;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.http.UnusableAnswerException;
import io.github.govbrkeycloak.keycloak.token.Claims;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether gov.br says of itself what this provider takes for granted. gov.br does not document its
 * discovery: without it a login works all the same.
 *
 * @param issuer whose tokens are accepted
 * @param addresses in use, by their names in the discovery document
 */
record DiscoveryCheck(String issuer, Map<String, String> addresses) {

  private static final int OK = 200;

  static DiscoveryCheck of(GovBrConfig config) {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("authorization_endpoint", config.getAuthorizationUrl());
    addresses.put("token_endpoint", config.getTokenUrl());
    addresses.put("jwks_uri", config.getJwksUrl());
    return new DiscoveryCheck(config.getIssuer(), addresses);
  }

  Finding of(Result<Answer> result) {
    if (result.value().isEmpty()) {
      return Finding.yellow(Item.DESCOBERTA, "sem-resposta", result.outcome().word());
    }
    return result
        .value()
        .filter(answer -> answer.status() == OK)
        .flatMap(DiscoveryCheck::document)
        .map(this::compared)
        .orElseGet(() -> Finding.yellow(Item.DESCOBERTA, "ilegivel"));
  }

  private static Optional<Claims> document(Answer answer) {
    try {
      return Optional.of(JsonAnswer.object(answer.body()));
    } catch (UnusableAnswerException noDocument) {
      return Optional.empty();
    }
  }

  private Finding compared(Claims document) {
    String stated = document.exactText("issuer").orElse("");
    if (!stated.equals(issuer)) {
      return Finding.red(Item.DESCOBERTA, "emissor", Shown.of(stated), issuer);
    }
    List<String> others =
        addresses.entrySet().stream()
            .filter(
                used ->
                    document
                        .exactText(used.getKey())
                        .filter(address -> !address.equals(used.getValue()))
                        .isPresent())
            .map(Map.Entry::getKey)
            .toList();
    return others.isEmpty()
        ? Finding.green(Item.DESCOBERTA)
        : Finding.yellow(Item.DESCOBERTA, "enderecos", String.join(", ", others));
  }
}
