package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.UnknownAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be kept of a path that gov.br does not have: it may hold a CPF, a code or a name, with
 * or without digits, so only the words of known paths stay.
 */
final class KnownPath {

  private static final int MOST = 12;
  private static final String HIDDEN = "*";

  private final Set<String> words;

  KnownPath(List<Endpoint> endpoints) {
    words =
        Stream.concat(endpoints.stream().flatMap(Endpoint::words), UnknownAddress.words())
            .collect(Collectors.toUnmodifiableSet());
  }

  String of(String path) {
    String[] parts = path.split("/", MOST + 1);
    String kept =
        Arrays.stream(parts)
            .limit(MOST)
            .map(part -> part.isEmpty() || words.contains(part) ? part : HIDDEN)
            .collect(Collectors.joining("/"));
    return parts.length > MOST ? kept + "/…" : kept;
  }
}
