package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameter;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.tokens.TokenKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What makes no sense when a behaviour is switched on. */
final class ActivationRules {

  private static final int LONGEST_NAME = 40;

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
    Optional<String> misunderstood =
        misunderstood(behaviour, new Parameters(activation.parametros()));
    if (misunderstood.isPresent()) {
      return misunderstood;
    }
    if (activation.vezes() != null && behaviour.isLasting()) {
      return Optional.of(
          behaviour.label() + " vale até ser desligado: /jwk e os tokens precisam combinar");
    }
    return activation.vezes() != null && activation.vezes() < 1
        ? Optional.of("vezes deve ser 1 ou mais")
        : Optional.empty();
  }

  private static Optional<String> misunderstood(Behaviour behaviour, Parameters sent) {
    Map<String, Parameter> known =
        behaviour.parameters().stream().collect(Collectors.toMap(Parameter::name, each -> each));
    Set<String> names = new TreeSet<>(known.keySet());
    if (choosesToken(behaviour)) {
      names.add(TokenKind.PARAMETER);
    }
    Optional<String> unknown =
        sent.values().keySet().stream().filter(name -> !names.contains(name)).sorted().findFirst();
    if (unknown.isPresent()) {
      String there =
          names.isEmpty()
              ? behaviour.label() + " não tem nenhum"
              : "há: " + String.join(", ", names);
      return Optional.of("parâmetro desconhecido: " + shortened(unknown.get()) + "; " + there);
    }
    if (!TokenKind.isUnderstood(sent)) {
      return Optional.of("parametros.token deve ser id_token, access_token ou ambos");
    }
    return known.values().stream()
        .filter(parameter -> sent.values().containsKey(parameter.name()))
        .flatMap(parameter -> parameter.problem(sent.values().get(parameter.name())).stream())
        .findFirst();
  }

  /** Whether it does the same to the ID token or to the access token, as it is told. */
  private static boolean choosesToken(Behaviour behaviour) {
    return switch (behaviour.where()) {
      case SIGNATURE -> !behaviour.isLasting();
      case ID_TOKEN -> true;
      default -> false;
    };
  }

  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
  }

  /** Invented people are known by the look of their names only. */
  private boolean isKnown(String persona) {
    return persona.matches("inventada-[0-9a-f]{8}") || personas.withId(persona).isPresent();
  }
}
