package io.github.govbrkeycloak.keycloak.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.govbrkeycloak.keycloak.facts.RecentNeeds.Asked;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the mappers need")
class RecentNeedsTest {

  private static final Asked PORTAL = new Asked("govbr", "portal", "openid");

  private final AtomicLong clock = new AtomicLong();
  private final RecentNeeds recent = new RecentNeeds(clock::get);

  private Set<Fact> read(Asked asked, Fact... written) {
    return recent.of(asked, () -> Set.of(written));
  }

  @Test
  void is_read_once_for_logins_of_the_same_moment() {
    read(PORTAL, Fact.EMPRESAS);
    clock.addAndGet(RecentNeeds.MOMENT.toNanos() - 1);

    assertThat(read(PORTAL, Fact.CATEGORIAS)).containsExactly(Fact.EMPRESAS);
  }

  @Test
  void is_read_anew_a_moment_later() {
    read(PORTAL, Fact.EMPRESAS);
    clock.addAndGet(RecentNeeds.MOMENT.toNanos());

    assertThat(read(PORTAL, Fact.CATEGORIAS)).containsExactly(Fact.CATEGORIAS);
  }

  @Test
  void is_nobody_elses() {
    read(PORTAL, Fact.EMPRESAS);

    assertThat(read(new Asked("govbr", "portal", "openid govbr-categorias"), Fact.CATEGORIAS))
        .containsExactly(Fact.CATEGORIAS);
    assertThat(read(new Asked("govbr", "other", "openid"))).isEmpty();
    assertThat(read(new Asked("govbr-2", "portal", "openid"))).isEmpty();
  }

  @Test
  void is_not_remembered_when_reading_failed() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                recent.of(
                    PORTAL,
                    () -> {
                      throw new IllegalStateException("database");
                    }));

    assertThat(read(PORTAL, Fact.CATEGORIAS)).containsExactly(Fact.CATEGORIAS);
  }
}
