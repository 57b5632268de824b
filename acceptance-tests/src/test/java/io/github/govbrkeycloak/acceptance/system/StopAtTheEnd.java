package io.github.govbrkeycloak.acceptance.system;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the system when the last test of the run has ended. JUnit finds it as a service. */
public final class StopAtTheEnd implements LauncherSessionListener {

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    RunningSystem.stop();
  }
}
