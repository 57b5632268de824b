package io.github.govbrkeycloak.keycloak.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.apache.http.client.config.RequestConfig;
import org.keycloak.Config;

/**
 * The server's limits on calls to gov.br, the same for all realms. Options and their defaults: see
 * {@code docs/fatos.md}.
 *
 * @param loginDeadline how long a login waits for what it cannot do without
 * @param extrasDeadline how long a login waits for all it can do without, unless its identity
 *     provider says otherwise
 * @param circuit when an API is left alone
 * @param loginsPerProvider how many logins of one identity provider may wait for gov.br at a time
 * @param loginsInTotal how many logins may wait for gov.br at a time
 * @param requestsPerProvider how many requests of people who are signed in already may wait for one
 *     provider's gov.br at a time
 * @param requestsInTotal how many such requests may wait at a time; they take places of {@code
 *     loginsInTotal}, and never all
 * @param extrasPerProvider how many calls for extras one identity provider may have under way
 * @param ofApi limits of each API's calls
 */
record Limits(
    Duration loginDeadline,
    Duration extrasDeadline,
    Circuit.Rules circuit,
    int loginsPerProvider,
    int loginsInTotal,
    int requestsPerProvider,
    int requestsInTotal,
    int extrasPerProvider,
    Map<Api, OfApi> ofApi) {

  private static final int LOGIN_MILLIS = 10_000;
  private static final int LOGIN_CONNECT_MILLIS = 3_000;
  private static final int EXTRAS_MILLIS = 1_500;
  private static final int EXTRAS_CONNECT_MILLIS = 1_000;
  private static final int CIRCUIT_FAILURES = 6;
  private static final int CIRCUIT_CALLS = 10;
  private static final int CIRCUIT_PAUSE_MILLIS = 30_000;

  /** With the logins of the same provider it stays below the 64 connections per host. */
  private static final int EXTRAS_PER_PROVIDER = 24;

  /**
   * Limits of one call.
   *
   * @param connectMillis until it is connected
   * @param readMillis between two pieces of the answer
   * @param maxBytes size of the answer
   */
  record OfApi(int connectMillis, int readMillis, int maxBytes) {

    RequestConfig requestConfig() {
      return RequestConfig.custom()
          .setConnectTimeout(connectMillis)
          .setConnectionRequestTimeout(connectMillis)
          .setSocketTimeout(readMillis)
          .setRedirectsEnabled(false)
          .build();
    }
  }

  /** Reads the server's options. */
  static Limits of(Config.Scope config) {
    int threads = threadsOfKeycloak();
    Map<Api, OfApi> ofApi = new EnumMap<>(Api.class);
    for (Api api : Api.values()) {
      ofApi.put(api, ofApi(config, api));
    }
    return new Limits(
        millis(config, "login-deadline-millis", LOGIN_MILLIS),
        millis(config, "extra-deadline-millis", EXTRAS_MILLIS),
        new Circuit.Rules(
            config.getInt("circuit-failures", CIRCUIT_FAILURES),
            config.getInt("circuit-calls", CIRCUIT_CALLS),
            millis(config, "circuit-pause-millis", CIRCUIT_PAUSE_MILLIS)),
        config.getInt("logins-per-provider", threads * 3 / 5),
        config.getInt("logins-in-total", threads * 4 / 5),
        config.getInt("requests-per-provider", threads / 10),
        config.getInt("requests-in-total", threads / 5),
        config.getInt("extras-per-provider", EXTRAS_PER_PROVIDER),
        ofApi);
  }

  private static OfApi ofApi(Config.Scope config, Api api) {
    boolean login = api.isForLogin();
    return new OfApi(
        config.getInt(
            api.word() + "-connect-millis", login ? LOGIN_CONNECT_MILLIS : EXTRAS_CONNECT_MILLIS),
        config.getInt(api.word() + "-read-millis", login ? LOGIN_MILLIS : EXTRAS_MILLIS),
        config.getInt(api.word() + "-max-bytes", api.maxBytes()));
  }

  private static Duration millis(Config.Scope config, String option, int fallback) {
    return Duration.ofMillis(config.getInt(option, fallback));
  }

  /** Keycloak's default of {@code http-pool-max-threads}: a login holds one while it waits. */
  private static int threadsOfKeycloak() {
    return Math.max(4 * Runtime.getRuntime().availableProcessors(), 50);
  }
}
