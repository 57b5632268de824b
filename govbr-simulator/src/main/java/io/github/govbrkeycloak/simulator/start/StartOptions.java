package io.github.govbrkeycloak.simulator.start;

import io.github.govbrkeycloak.simulator.SimulatorOptions;
import io.github.govbrkeycloak.simulator.fixtures.WorldData;
import io.github.govbrkeycloak.simulator.http.Network;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Setting;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tls.Tls;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Makes of what was said what a simulator needs. */
final class StartOptions {

  private static final int DEFAULT_PORT = 8280;
  private static final int HIGHEST_PORT = 65_535;

  private final Values values;
  private final Map<String, String> variables;

  /** The variables may fill in placeholders too. */
  StartOptions(Values values, Map<String, String> variables) {
    this.values = values;
    this.variables = variables;
  }

  SimulatorOptions read() {
    return new SimulatorOptions(
        network(),
        data(),
        choices(),
        Clock.systemUTC(),
        values.read(Option.CLOCK, StartOptions::instant));
  }

  private Network network() {
    return new Network(
        values.text(Option.ADDRESS).orElse("localhost"),
        values.read(Option.PORT, StartOptions::port).orElse(DEFAULT_PORT),
        values.read(Option.BASE_URL, BaseUrl::parse),
        tls(),
        values.isOn(Option.PROXY));
  }

  private Optional<Tls> tls() {
    boolean wanted =
        values.has(Option.TLS) ? values.isOn(Option.TLS) : values.has(Option.TLS_CERTIFICATE);
    return wanted
        ? Optional.of(
            new Tls(
                values.path(Option.TLS_CERTIFICATE),
                values.text(Option.TLS_PASSWORD).orElse(Option.TLS_PASSWORD.byDefault())))
        : Optional.empty();
  }

  private WorldData data() {
    return new WorldData(
        values.path(Option.DATA),
        values.path(Option.CLIENTS),
        variables,
        values.text(Option.SEED).orElse(""));
  }

  private Map<Setting, Choice> choices() {
    Map<Setting, Choice> choices = new EnumMap<>(Setting.class);
    values.read(Option.SETTINGS, StartOptions::sides).ifPresent(choices::putAll);
    if (values.isOn(Option.ONLY_LISTED)) {
      choices.put(Setting.INVENTED_PEOPLE, Choice.PEOPLE_NOT_INVENTED);
    }
    return choices;
  }

  /** Reads {@code pkce=opcional,datas=mascara}. */
  private static Map<Setting, Choice> sides(Said said) {
    Map<Setting, Choice> choices = new EnumMap<>(Setting.class);
    for (String pair : said.value().split(",", -1)) {
      String[] sides = pair.strip().split("=", 2);
      try {
        Choice choice = Settings.parse(sides[0], sides.length == 2 ? sides[1] : "");
        choices.put(choice.setting(), choice);
      } catch (IllegalArgumentException e) {
        throw new UsageException(said.where() + ": " + e.getMessage() + ".");
      }
    }
    return choices;
  }

  private static int port(Said said) {
    if (said.value().matches("[0-9]{1,5}") && Integer.parseInt(said.value()) <= HIGHEST_PORT) {
      return Integer.parseInt(said.value());
    }
    throw said.mustBe("um número de 0 a 65535");
  }

  private static Instant instant(Said said) {
    try {
      return Instant.parse(said.value());
    } catch (DateTimeException e) {
      throw said.mustBe("um instante como 2031-05-06T07:08:09Z");
    }
  }
}
