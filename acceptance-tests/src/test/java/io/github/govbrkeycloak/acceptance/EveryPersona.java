package io.github.govbrkeycloak.acceptance;

import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a parameterised test once for each {@code Persona} of the simulator. */
final class EveryPersona implements ArgumentsProvider {

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return RunningSystem.get().govBr().personas().stream().map(Arguments::of);
  }
}
