package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.tokens.TokenKind;
import java.util.Optional;
import java.util.Set;

/** What makes no sense when a behaviour is switched on. */
final class ActivationRules {

  private final Personas personas;
  private final Set<String> endpoints;

  ActivationRules(Personas personas, Set<String> endpoints) {
    this.personas = personas;
    this.endpoints = endpoints;
  }

  /** All addresses a behaviour can be limited to. */
  Set<String> endpoints() {
    return endpoints;
  }

  /** Why it makes no sense, in Portuguese; empty if it does. */
  Optional<String> problem(Behaviour behaviour, Activation activation) {
    if (activation.endpoint() != null && !endpoints.contains(activation.endpoint())) {
      return Optional.of("endpoint desconhecido; há: " + String.join(", ", endpoints));
    }
    if (activation.persona() != null && !isKnown(activation.persona())) {
      return Optional.of("persona desconhecida; use o id de /simulador/personas");
    }
    if (!TokenKind.isUnderstood(new Parameters(activation.parametros()))) {
      return Optional.of("parametros.token deve ser id_token, access_token ou ambos");
    }
    if (activation.vezes() != null && behaviour.isLasting()) {
      return Optional.of(
          behaviour.label() + " vale até ser desligado: /jwk e os tokens precisam combinar");
    }
    return activation.vezes() != null && activation.vezes() < 1
        ? Optional.of("vezes deve ser 1 ou mais")
        : Optional.empty();
  }

  /** Invented people are known by the look of their names only. */
  private boolean isKnown(String persona) {
    return persona.matches("inventada-[0-9a-f]{8}") || personas.withId(persona).isPresent();
  }
}
