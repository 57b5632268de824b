package io.github.govbrkeycloak.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is asked about a person in a minute")
class PaceTest {

  private Instant now = Instant.parse("2026-11-25T10:00:20Z");
  private final Pace pace = new Pace(2, () -> now);

  @Test
  void goes_on_until_it_is_too_much_and_then_waits_for_the_next_minute() {
    assertThat(pace.count("a")).isEmpty();
    assertThat(pace.count("a")).isEmpty();
    assertThat(pace.count("a")).contains(Duration.ofSeconds(40));

    now = Instant.parse("2026-11-25T10:01:00Z");

    assertThat(pace.count("a")).isEmpty();
  }

  @Test
  void takes_nothing_from_anybody_else() {
    pace.count("a");
    pace.count("a");
    pace.count("a");

    assertThat(pace.count("b")).isEmpty();
  }

  @Test
  void is_not_begun_anew_by_whoever_read_the_clock_just_before_it() {
    Instant before = Instant.parse("2026-11-25T10:00:59.999Z");
    Instant after = Instant.parse("2026-11-25T10:01:00Z");
    for (Instant read : List.of(after, before, after)) {
      now = read;
      pace.count("a");
    }

    assertThat(pace.count("a")).isPresent();
  }

  @Test
  void begins_anew_when_the_clock_is_set_back() {
    pace.count("a");
    pace.count("a");

    now = Instant.parse("2026-11-25T09:00:00Z");

    assertThat(pace.count("a")).isEmpty();
  }
}
