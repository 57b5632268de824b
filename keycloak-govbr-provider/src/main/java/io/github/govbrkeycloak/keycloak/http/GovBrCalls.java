package io.github.govbrkeycloak.keycloak.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.Config;

/**
 * This server's calls to gov.br: each with limits of time and size, none to an API that fails, and
 * no identity provider with more than its share. Lives with the server, because a provider object
 * lives one request.
 */
public final class GovBrCalls implements AutoCloseable {

  private final Limits limits;
  private final Circuits circuits;
  private final Semaphore logins;
  private final Semaphore requests;
  private final Map<String, Share> shares = new ConcurrentHashMap<>();

  GovBrCalls(Limits limits) {
    this.limits = limits;
    this.circuits = new Circuits(limits.circuit(), InstantSource.system());
    this.logins = new Semaphore(limits.loginsInTotal());
    this.requests = new Semaphore(limits.requestsInTotal());
  }

  /** Begins, with the server's options; threads start when there is something to do. */
  public static GovBrCalls start(Config.Scope config) {
    return new GovBrCalls(Limits.of(config));
  }

  /** How long a login waits for what it cannot do without. */
  public Duration loginDeadline() {
    return limits.loginDeadline();
  }

  /** How long a login waits for all it can do without, unless its provider says otherwise. */
  public Duration extrasDeadline() {
    return limits.extrasDeadline();
  }

  /**
   * Takes a place, without waiting for one: a login that waits holds a thread of Keycloak.
   *
   * @param provider the identity provider's own id
   * @return empty when too many logins wait already
   */
  public Optional<Place> enter(String provider) {
    return Place.in(share(provider).logins(), logins);
  }

  /**
   * Makes a call for somebody who is signed in already, and waits for it in a place of its own
   * kind: however many of them hang, logins still find theirs.
   *
   * @param provider the identity provider's own id
   * @param deadline when it is given up
   */
  public <T> Result<T> fetch(
      String provider, CloseableHttpClient client, Request<T> request, Instant deadline) {
    try (Place waiting = Place.in(share(provider).requests(), requests, logins).orElse(null)) {
      return waiting == null
          ? Result.without(Outcome.BUSY)
          : ask(provider, client, request).await(deadline);
    }
  }

  /**
   * Makes a call without which a login cannot go on: it is always tried.
   *
   * @param provider the identity provider's own id
   */
  public <T> Call<T> send(String provider, CloseableHttpClient client, Request<T> request) {
    return start(provider, client, request, result -> {});
  }

  /**
   * Makes a call that a login can do without: it is left out while the API fails.
   *
   * @param provider the identity provider's own id
   */
  public <T> Call<T> ask(String provider, CloseableHttpClient client, Request<T> request) {
    Api api = request.api();
    if (!circuits.allow(api, request.address())) {
      Call<T> left = new Call<>(request, measure(api));
      left.finish(Result.without(Outcome.CIRCUIT_OPEN));
      return left;
    }
    return start(
        provider, client, request, result -> circuits.report(api, request.address(), result));
  }

  private <T> Call<T> start(
      String provider,
      CloseableHttpClient client,
      Request<T> request,
      Consumer<Result<?>> whenDone) {
    Api api = request.api();
    Call<T> call = new Call<>(request, measure(api).andThen(whenDone));
    try {
      share(provider).executor(api).execute(() -> call.run(client, limits.ofApi().get(api)));
    } catch (RejectedExecutionException full) {
      call.finish(Result.without(Outcome.BUSY));
    }
    return call;
  }

  private static Consumer<Result<?>> measure(Api api) {
    Instant start = Instant.now();
    return result ->
        CallTimes.record(api, result.outcome(), Duration.between(start, Instant.now()));
  }

  private Share share(String provider) {
    return shares.computeIfAbsent(provider, id -> new Share(limits));
  }

  @Override
  public void close() {
    shares.values().forEach(Share::close);
  }
}
