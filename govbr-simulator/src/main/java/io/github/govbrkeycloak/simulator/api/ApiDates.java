package io.github.govbrkeycloak.simulator.api;

import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;

/** How gov.br's APIs write dates. */
public final class ApiDates {

  private static final int WHOLE_SECONDS = "2025-08-19T16:41:24".length();

  private final Settings settings;

  /** Writes as these settings say. */
  public ApiDates(Settings settings) {
    this.settings = settings;
  }

  /**
   * A date for an answer.
   *
   * @param iso as tokens write it, {@code 2025-08-19T16:41:24.853-0300}
   */
  public String write(String iso) {
    return settings.chosen(Choice.MASKED_DATES)
        ? iso.substring(0, WHOLE_SECONDS).replace('T', ' ')
        : iso;
  }
}
