package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.model.Nivel;
import java.util.stream.Collectors;

/** What an application demands and a login lacks, for the log: nothing about the person. */
final class LackLog {

  private LackLog() {}

  static String of(Verdict.Lacking verdict) {
    return verdict.lacks().stream().map(LackLog::of).collect(Collectors.joining(" "));
  }

  private static String of(Lack lack) {
    if (lack instanceof Lack.Level level) {
      return "nivel=" + level.needs().name();
    }
    if (lack instanceof Lack.Seal seal) {
      return "selo="
          + seal.oneOf().stream().map(one -> one.id()).sorted().collect(Collectors.joining("|"));
    }
    if (lack instanceof Lack.Factor factor) {
      return "fator="
          + factor.oneOf().stream()
              .map(one -> one.value())
              .sorted()
              .collect(Collectors.joining("|"));
    }
    if (lack instanceof Lack.UnknownWord unknown) {
      // It may come from the browser: the vocabulary's own cleaning makes it harmless.
      return "desconhecido=" + Nivel.of(unknown.word()).name();
    }
    return lack instanceof Lack.Company ? "empresa" : "sessao";
  }
}
