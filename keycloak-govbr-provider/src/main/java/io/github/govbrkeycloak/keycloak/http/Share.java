package io.github.govbrkeycloak.keycloak.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one identity provider may use of the server at a time, so that a gov.br that hangs for one
 * of them leaves room for the others. Threads end when nothing is to be done.
 */
final class Share implements AutoCloseable {

  private static final int IDLE_SECONDS = 30;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Semaphore logins;
  private final Semaphore requests;
  private final ThreadPoolExecutor loginCalls;
  private final ThreadPoolExecutor extraCalls;

  Share(Limits limits) {
    logins = new Semaphore(limits.loginsPerProvider());
    requests = new Semaphore(limits.requestsPerProvider());
    // The logins' places bound these calls, so none waits. A call that was given up on frees its
    // thread a moment after its login has left its place: hence twice as many.
    loginCalls = pool(2 * limits.loginsPerProvider(), new SynchronousQueue<>());
    extraCalls =
        pool(limits.extrasPerProvider(), new ArrayBlockingQueue<>(2 * limits.extrasPerProvider()));
  }

  private static ThreadPoolExecutor pool(int threads, BlockingQueue<Runnable> queue) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            queue,
            task -> {
              Thread thread = new Thread(task, "govbr-call-" + NUMBER.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Places for logins that wait for gov.br. */
  Semaphore logins() {
    return logins;
  }

  /** Places for requests of people who are signed in already. */
  Semaphore requests() {
    return requests;
  }

  /** Where an API's calls run; refuses what is too much. */
  Executor executor(Api api) {
    return api.isForLogin() ? loginCalls : extraCalls;
  }

  @Override
  public void close() {
    loginCalls.shutdownNow();
    extraCalls.shutdownNow();
  }
}
