package io.github.govbrkeycloak.keycloak.http;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is counted and measured during a test, as Keycloak publishes it. */
public final class PublishedMetrics implements BeforeEachCallback, AfterEachCallback {

  private final SimpleMeterRegistry published = new SimpleMeterRegistry();

  @Override
  public void beforeEach(ExtensionContext test) {
    Metrics.addRegistry(published);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    Metrics.removeRegistry(published);
  }

  /** The one that has a name; tags narrow it down. */
  public RequiredSearch get(String name) {
    return published.get(name);
  }
}
