package io.github.govbrkeycloak.keycloak.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The keys of gov.br, as this server keeps them,")
class IssuerKeysTest {

  private static final String ADDRESS = "https://sso.acesso.gov.br/jwk";
  private static final KeySet OLD = KeySet.parse(JwkText.set(JwkText.rsa(2048, "rsa1", "")));
  private static final KeySet NEW = KeySet.parse(JwkText.set(JwkText.rsa(2048, "rsa1", "")));
  private static final KeyPolicy POLICY =
      new KeyPolicy(Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofDays(1));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
  private final InstantSource clock = now::get;
  private final IssuerKeys keys = new IssuerKeys(POLICY, clock);
  private final Issuer issuer = new Issuer();

  /** Answers with the keys it has, or not at all; remembers how it was asked. */
  private static final class Issuer implements KeyFetch {
    private final List<Boolean> asked = new ArrayList<>();
    private KeySet published = OLD;

    @Override
    public KeySet fetch(boolean urgent) {
      asked.add(urgent);
      if (published == null) {
        throw new LoginRefusedException(Reason.KEYS_UNREACHABLE);
      }
      return published;
    }
  }

  private KeySet known() {
    return keys.known(ADDRESS, issuer);
  }

  private KeySet newerThan(KeySet tried) {
    return keys.newerThan(tried, ADDRESS, issuer);
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Test
  void are_asked_for_once() {
    assertThat(known()).isSameAs(OLD);
    pass(Duration.ofMinutes(59));
    assertThat(known()).isSameAs(OLD);
    assertThat(issuer.asked).containsExactly(true);
  }

  @Test
  void are_renewed_after_their_time_without_a_long_wait() {
    known();
    issuer.published = NEW;
    pass(Duration.ofHours(1));
    assertThat(known()).isSameAs(NEW);
    assertThat(issuer.asked).containsExactly(true, false);
  }

  @Test
  void are_kept_apart_by_address_though_staging_and_production_share_a_key_id() {
    known();
    Issuer staging = new Issuer();
    staging.published = NEW;
    assertThat(keys.known("https://sso.staging.acesso.gov.br/jwk", staging)).isSameAs(NEW);
    assertThat(known()).isSameAs(OLD);
  }

  @Test
  void heal_at_the_next_login_when_gov_br_changed_them_right_after_they_were_read() {
    known();
    issuer.published = NEW;
    assertThat(newerThan(OLD)).isSameAs(NEW);
    assertThat(known()).isSameAs(NEW);
  }

  @Test
  void are_not_asked_for_again_for_each_bad_token() {
    known();
    for (int i = 0; i < 100; i++) {
      assertThat(newerThan(known())).isSameAs(OLD);
    }
    assertThat(issuer.asked).hasSize(2);
    pass(Duration.ofSeconds(10));
    newerThan(known());
    assertThat(issuer.asked).hasSize(3);
  }

  @Test
  void are_given_to_whoever_tried_those_that_somebody_else_has_renewed_meanwhile() {
    known();
    issuer.published = NEW;
    newerThan(OLD);
    assertThat(newerThan(OLD)).isSameAs(NEW);
    assertThat(issuer.asked).hasSize(2);
  }

  @Test
  void survive_an_outage_of_a_day_and_no_longer() {
    known();
    issuer.published = null;
    pass(Duration.ofHours(23));
    assertThat(known()).isSameAs(OLD);
    pass(Duration.ofHours(1));
    assertRefused(this::known);
    issuer.published = NEW;
    pass(Duration.ofSeconds(10));
    assertThat(known()).isSameAs(NEW);
  }

  @Test
  void are_asked_for_at_most_once_in_a_while_during_an_outage() {
    issuer.published = null;
    for (int i = 0; i < 100; i++) {
      assertRefused(this::known);
    }
    assertThat(issuer.asked).hasSize(1);
  }

  @Test
  void are_not_waited_for_by_one_login_after_the_other_when_their_issuer_hangs() {
    List<Boolean> questions = new ArrayList<>();
    KeyFetch hanging =
        urgent -> {
          questions.add(urgent);
          pass(POLICY.retry());
          throw new LoginRefusedException(Reason.KEYS_UNREACHABLE);
        };
    assertRefused(() -> keys.known(ADDRESS, hanging));
    assertRefused(() -> keys.known(ADDRESS, hanging));
    assertThat(questions).hasSize(1);

    pass(POLICY.retry());
    known();
    assertRefused(() -> keys.newerThan(OLD, ADDRESS, hanging));
    assertRefused(() -> keys.newerThan(OLD, ADDRESS, hanging));
    assertThat(questions).hasSize(2);
  }

  @Test
  void that_nobody_tells_after_a_bad_token_refuse_as_gov_br_not_answering() {
    known();
    issuer.published = null;
    assertRefused(() -> newerThan(OLD));
    assertRefused(() -> newerThan(OLD));
    assertThat(issuer.asked).hasSize(2);
    assertThat(known()).isSameAs(OLD);
  }

  @Test
  void are_asked_for_once_by_many_logins_at_the_same_time() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    List<Boolean> questions = new ArrayList<>();
    KeyFetch slow =
        urgent -> {
          questions.add(urgent);
          asked.countDown();
          await(answer);
          return OLD;
        };
    ExecutorService logins = Executors.newFixedThreadPool(20);
    try {
      List<Future<KeySet>> results = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        results.add(logins.submit(() -> keys.known(ADDRESS, slow)));
      }
      await(asked);
      answer.countDown();
      for (Future<KeySet> result : results) {
        assertThat(result.get(1, TimeUnit.MINUTES)).isSameAs(OLD);
      }
    } finally {
      logins.shutdownNow();
    }
    assertThat(questions).hasSize(1);
  }

  @Test
  void that_are_old_serve_all_but_the_login_that_renews_them() throws Exception {
    known();
    pass(Duration.ofHours(1));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    KeyFetch slow =
        urgent -> {
          asked.countDown();
          await(answer);
          return NEW;
        };
    ExecutorService login = Executors.newSingleThreadExecutor();
    try {
      Future<KeySet> first = login.submit(() -> keys.known(ADDRESS, slow));
      await(asked);
      assertThat(known()).isSameAs(OLD);
      answer.countDown();
      assertThat(first.get(1, TimeUnit.MINUTES)).isSameAs(NEW);
    } finally {
      login.shutdownNow();
    }
  }

  @Test
  void have_limits_that_cannot_be_set_to_nothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyPolicy(Duration.ofHours(1), Duration.ZERO, Duration.ofDays(1)))
        .withMessageContaining("keys-retry-seconds");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new KeyPolicy(Duration.ofHours(1), Duration.ofSeconds(10), Duration.ofMinutes(1)));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static void assertRefused(Runnable question) {
    assertThatExceptionOfType(LoginRefusedException.class)
        .isThrownBy(question::run)
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.KEYS_UNREACHABLE));
  }
}
