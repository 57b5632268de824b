package io.github.govbrkeycloak.keycloak.check;

import java.util.Comparator;
import java.util.List;

/**
 * What a check has found.
 *
 * @param alias of the identity provider
 * @param findings one for each thing that was looked at
 * @param addresses to register at gov.br
 */
record Report(String alias, List<Finding> findings, List<RegisteredAddresses.Line> addresses) {

  /** The worst of all findings. */
  Verdict verdict() {
    return findings.stream()
        .map(Finding::verdict)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.GREEN);
  }
}
