package io.github.govbrkeycloak.keycloak.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jboss.logging.Logger;

/**
 * A call under way. Socket limits alone do not end it in time (a body that trickles resets them):
 * whoever waits for it gives it up at a deadline, and it is then aborted, which frees its thread.
 *
 * @param <T> what the answer says
 */
public final class Call<T> {

  private static final Logger LOG = Logger.getLogger(Call.class);

  private final Request<T> request;
  private final CompletableFuture<Result<T>> result = new CompletableFuture<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Consumer<Result<?>> whenDone;
  private volatile Instant fairUntil;

  Call(Request<T> request, Consumer<Result<?>> whenDone) {
    this.request = request;
    this.whenDone = whenDone;
  }

  /** Ends the call with a result, unless it has ended already. */
  void finish(Result<T> outcome) {
    if (ended.compareAndSet(false, true)) {
      // First the report, so that whoever sees the result finds the circuit as it left it.
      try {
        whenDone.accept(outcome);
      } finally {
        result.complete(outcome);
      }
    }
  }

  /** Makes the call, on the thread of a pool. */
  void run(CloseableHttpClient client, Limits.OfApi limits) {
    if (!ended.get()) {
      fairUntil = Instant.now().plusMillis(limits.readMillis() / 2);
      finish(fetch(client, limits));
    }
  }

  /**
   * Waits for the result.
   *
   * @param deadline when it is given up
   */
  public Result<T> await(Instant deadline) {
    try {
      long millis = Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
      return result.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return giveUp(whyLate());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return giveUp(Outcome.BUSY);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** An API is to blame only when it was given half the time that its own limit grants. */
  private Outcome whyLate() {
    if (fairUntil == null) {
      return Outcome.BUSY;
    }
    return Instant.now().isBefore(fairUntil) ? Outcome.IMPATIENT : Outcome.TIMEOUT;
  }

  private Result<T> giveUp(Outcome why) {
    finish(Result.without(why));
    request.http().abort();
    return result.join();
  }

  private Result<T> fetch(CloseableHttpClient client, Limits.OfApi limits) {
    request.http().setConfig(limits.requestConfig());
    // Closing an answer that was not read to its end closes its connection, too.
    try (CloseableHttpResponse response = client.execute(request.http())) {
      int status = response.getStatusLine().getStatusCode();
      if (!request.reads().test(status)) {
        return Result.refused(
            status, RetryAfter.parse(header(response, HttpHeaders.RETRY_AFTER), Instant.now()));
      }
      Answer answer =
          new Answer(
              status,
              Optional.ofNullable(header(response, HttpHeaders.DATE)),
              Instant.now(),
              body(response, limits.maxBytes()));
      return Result.of(request.reader().read(answer), status);
    } catch (UnusableAnswerException unusable) {
      return Result.without(unusable.outcome());
    } catch (SocketTimeoutException | ConnectTimeoutException late) {
      return Result.without(Outcome.TIMEOUT);
    } catch (IOException broken) {
      return Result.without(Outcome.UNREACHABLE);
    } catch (RuntimeException fault) {
      // A reader's fault may quote what it read: only its type is logged.
      LOG.errorf("gov.br's %s: %s", request.api().word(), fault.getClass().getName());
      return Result.without(Outcome.MALFORMED);
    }
  }

  private static byte[] body(HttpResponse response, int maxBytes)
      throws IOException, UnusableAnswerException {
    HttpEntity entity = response.getEntity();
    // The stream is not closed here: closing it would read the rest of a body without end.
    byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(maxBytes + 1);
    if (body.length > maxBytes) {
      throw new UnusableAnswerException(Outcome.TOO_LARGE);
    }
    return body;
  }

  private static String header(HttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }
}
