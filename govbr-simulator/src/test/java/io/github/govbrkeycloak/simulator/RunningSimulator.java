package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.settings.Choice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One simulator for all tests of a class, as good as new for each of them. It runs in this process,
 * or where {@link EverySurfaceOfTheJarIT} says so in one of its own, shared by all classes that
 * want the same one.
 */
final class RunningSimulator implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback {

  /** The JUnit configuration parameter that asks for a process of its own. */
  static final String IN_ITS_OWN_PROCESS = "simulator.in-its-own-process";

  private static final Namespace NAMESPACE = Namespace.create(RunningSimulator.class);

  private final Choice[] choices;
  private AutoCloseable ours = () -> {};
  private SteeredGovBr govbr;
  private RelyingParty service;

  /** It takes these sides where gov.br's documents disagree. */
  RunningSimulator(Choice... choices) {
    this.choices = choices;
  }

  SteeredGovBr govbr() {
    return govbr;
  }

  RelyingParty service() {
    return service;
  }

  Browser newBrowser() {
    return new Browser(govbr.baseUrl());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    boolean process =
        context.getConfigurationParameter(IN_ITS_OWN_PROCESS, Boolean::valueOf).orElse(false);
    govbr = new SteeredGovBr(process ? inItsOwnProcess(context) : inThisProcess());
    service = new RelyingParty(govbr);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    govbr.reset();
    govbr.calls().clear();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    ours.close();
  }

  private String inThisProcess() {
    SimulatorOptions options = SimulatorOptions.onFreePort();
    for (Choice choice : choices) {
      options = options.with(choice);
    }
    GovBrSimulator started = GovBrSimulator.start(options);
    ours = started;
    return started.baseUrl();
  }

  private String inItsOwnProcess(ExtensionContext context) {
    String settings =
        Arrays.stream(choices)
            .map(choice -> choice.setting().label() + "=" + choice.label())
            .collect(Collectors.joining(","));
    try {
      return context
          .getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent(settings, SharedJar::start, SharedJar.class)
          .jar()
          .baseUrl();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves what it said, when all classes are done with it. */
  private record SharedJar(RunningJar jar) implements AutoCloseable {

    static SharedJar start(String settings) {
      try {
        return new SharedJar(RunningJar.start(Map.of("SIMULADOR_AJUSTES", settings)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      WhatJarsSaid.add(jar.said());
      jar.close();
    }
  }
}
