package io.github.govbrkeycloak.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@DisplayName("A program and what it has started")
class ProcessTreeTest {

  private static final String WORK = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; ";

  @Test
  void are_counted_together_whether_they_live_or_have_ended() throws Exception {
    String threeOfThem = "sh -c '" + WORK + "'; sh -c '" + WORK + " echo done; sleep 60' & wait";
    Process shell = new ProcessBuilder("sh", "-c", threeOfThem).start();
    try (InputStream out = shell.getInputStream()) {
      out.read();
      Duration all = new ProcessTree(shell.toHandle()).busy();
      Duration itself = shell.info().totalCpuDuration().orElseThrow();

      assertThat(all).isGreaterThan(itself.plusMillis(50));
      assertThat(new ProcessTree(shell.toHandle()).residentBytes()).isPositive();
    } finally {
      shell.descendants().forEach(ProcessHandle::destroy);
      shell.destroy();
    }
  }

  @Test
  void tell_how_long_threads_of_a_name_were_busy() throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", WORK + "echo done; sleep 60 & wait").start();
    try (InputStream out = shell.getInputStream()) {
      out.read();
      ProcessTree tree = new ProcessTree(shell.toHandle());

      assertThat(tree.busyThreads("sh")).isPositive();
      assertThat(tree.busyThreads("another")).isZero();
    } finally {
      shell.descendants().forEach(ProcessHandle::destroy);
      shell.destroy();
    }
  }
}
