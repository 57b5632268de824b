package io.github.govbrkeycloak.keycloak.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallTimesTest {

  @RegisterExtension private final PublishedMetrics published = new PublishedMetrics();

  @Test
  void tell_how_many_calls_took_at_most_how_long() {
    CallTimes.record(Api.TOKEN, Outcome.OK, Duration.ofMillis(90));
    CallTimes.record(Api.TOKEN, Outcome.OK, Duration.ofMillis(700));
    CallTimes.record(Api.TOKEN, Outcome.OK, Duration.ofSeconds(20));

    Timer token = timer("token", "ok");
    assertThat(buckets(token))
        .isEqualTo(
            Map.of(
                100.0, 1.0, 250.0, 1.0, 500.0, 1.0, 1000.0, 2.0, 1500.0, 2.0, 3000.0, 2.0, 10_000.0,
                2.0));
    assertThat(token.count()).isEqualTo(3);
    assertThat(token.max(TimeUnit.SECONDS)).isEqualTo(20);
  }

  @Test
  void keep_each_api_and_outcome_by_itself() {
    CallTimes.record(Api.JWK, Outcome.OK, Duration.ofMillis(1));
    CallTimes.record(Api.JWK, Outcome.TIMEOUT, Duration.ofMillis(1));
    CallTimes.record(Api.USERINFO, Outcome.OK, Duration.ofMillis(1));

    assertThat(timer("jwk", "ok").count()).isEqualTo(1);
    assertThat(timer("jwk", "lento").count()).isEqualTo(1);
    assertThat(timer("userinfo", "ok").count()).isEqualTo(1);
  }

  private Timer timer(String api, String outcome) {
    return published.get("govbr.api").tags("api", api, "outcome", outcome).timer();
  }

  private static Map<Double, Double> buckets(Timer timer) {
    return Arrays.stream(timer.takeSnapshot().histogramCounts())
        .collect(
            Collectors.toMap(bucket -> bucket.bucket(TimeUnit.MILLISECONDS), CountAtBucket::count));
  }
}
