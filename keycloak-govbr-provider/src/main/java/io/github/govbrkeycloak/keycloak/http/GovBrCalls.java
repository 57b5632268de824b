package io.github.govbrkeycloak.keycloak.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.client.config.RequestConfig;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.http.simple.SimpleHttpResponse;
import org.keycloak.models.KeycloakSession;

/**
 * Calls to gov.br with Keycloak's HTTP client, each with a limit of time and of size.
 *
 * <p>A login waits inside a transaction, so it must not wait for ever. Socket limits alone do not
 * ensure that (a body that trickles resets them): each call runs in a bounded pool and is waited
 * for up to a deadline. One pool serves all providers of the server. A call given up on keeps its
 * thread until its socket times out.
 */
public final class GovBrCalls implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(GovBrCalls.class);

  private static final int MAX_ANSWER_BYTES = 256 * 1024;
  private static final int CONNECT_MILLIS = 3_000;
  private static final int THREADS = 32;
  private static final int QUEUE = 64;
  private static final long DEFAULT_LOGIN_MILLIS = 10_000;
  private static final long DEFAULT_EXTRA_MILLIS = 1_500;

  private final ThreadPoolExecutor pool;
  private final Duration loginDeadline;
  private final Duration extraDeadline;

  private GovBrCalls(Duration loginDeadline, Duration extraDeadline) {
    this.loginDeadline = loginDeadline;
    this.extraDeadline = extraDeadline;
    AtomicInteger number = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            task -> {
              Thread thread = new Thread(task, "govbr-call-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * Starts the pool.
   *
   * @param config server options {@code login-deadline-millis} (what a login cannot do without,
   *     default 10,000) and {@code extra-deadline-millis} (what it can, default 1,500)
   */
  public static GovBrCalls start(Config.Scope config) {
    return new GovBrCalls(
        Duration.ofMillis(config.getLong("login-deadline-millis", DEFAULT_LOGIN_MILLIS)),
        Duration.ofMillis(config.getLong("extra-deadline-millis", DEFAULT_EXTRA_MILLIS)));
  }

  /** How long a login waits for what it cannot do without. */
  public Duration loginDeadline() {
    return loginDeadline;
  }

  /** How long a login waits for all it can do without. */
  public Duration extraDeadline() {
    return extraDeadline;
  }

  /** An HTTP client with the limits of one call; to be used on the request's thread. */
  public SimpleHttp client(KeycloakSession session, Duration deadline) {
    return SimpleHttp.create(session)
        .withMaxConsumedResponseSize(MAX_ANSWER_BYTES)
        .withRequestConfig(
            RequestConfig.custom()
                .setConnectTimeout(CONNECT_MILLIS)
                .setConnectionRequestTimeout(CONNECT_MILLIS)
                .setSocketTimeout(Math.toIntExact(deadline.toMillis()))
                .build());
  }

  /** Sends a request now; the answer is waited for with {@link #await}. */
  public Future<Answer> send(SimpleHttpRequest request) throws CallFailedException {
    try {
      return pool.submit(() -> read(request));
    } catch (RejectedExecutionException full) {
      throw new CallFailedException(CallFailure.BUSY, full);
    }
  }

  private static Answer read(SimpleHttpRequest request) throws IOException {
    try (SimpleHttpResponse response = request.asResponse()) {
      return new Answer(response.getStatus(), response.asString());
    }
  }

  /**
   * Waits for an answer.
   *
   * @param deadline how long from now
   * @throws CallFailedException when there is none
   */
  public Answer await(Future<Answer> call, Duration deadline) throws CallFailedException {
    try {
      return call.get(Math.max(0, deadline.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      call.cancel(true);
      throw new CallFailedException(CallFailure.TIMEOUT, late);
    } catch (InterruptedException stopping) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new CallFailedException(CallFailure.UNREACHABLE, stopping);
    } catch (ExecutionException failed) {
      throw new CallFailedException(reason(failed.getCause()), failed.getCause());
    }
  }

  private static CallFailure reason(Throwable cause) {
    if (cause instanceof java.net.SocketTimeoutException
        || cause instanceof org.apache.http.conn.ConnectTimeoutException) {
      return CallFailure.TIMEOUT;
    }
    // Keycloak's SafeInputStream says that the limit was passed by an IOException of no own type.
    String message = cause.getMessage();
    return message != null && message.contains("Response is at least")
        ? CallFailure.TOO_LARGE
        : CallFailure.UNREACHABLE;
  }

  /** Sends a request and waits for its answer until the deadline. */
  public Answer call(SimpleHttpRequest request, Duration deadline) throws CallFailedException {
    return await(send(request), deadline);
  }

  @Override
  public void close() {
    int abandoned = pool.shutdownNow().size();
    LOG.debugf("gov.br calls stopped, %d abandoned", abandoned);
  }
}
