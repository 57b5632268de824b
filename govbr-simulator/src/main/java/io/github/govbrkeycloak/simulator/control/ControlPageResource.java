package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.settings.Setting;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.world.World;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page by which a person steers the simulator; what it does, the control API does too. */
@Path(ControlPageResource.PATH)
public final class ControlPageResource {

  static final String PATH = "/simulador";

  private static final String NUMBER = "-?[0-9]{1,9}";

  private final World world;
  private final ActivationRules rules;

  ControlPageResource(World world, ActivationRules rules) {
    this.world = world;
    this.rules = rules;
  }

  /** What is on, what can be switched on, and the settings. */
  @GET
  public Response page() {
    return page("").build();
  }

  /** Takes one of the page's forms. The server has refused those of other sites. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(MultivaluedMap<String, String> form) {
    Optional<String> problem =
        switch (String.valueOf(form.getFirst("operation"))) {
          case "switch-on" -> switchOn(form);
          case "switch-off" -> switchOff(form.getFirst("id"));
          case "choose" -> choose(form.getFirst("setting"), form.getFirst("choice"));
          case "behave" -> behave();
          default -> Optional.of("esse botão não existe");
        };
    return problem
        .map(text -> page(text).build())
        .orElseGet(() -> Redirect.to(world.issuer().path(PATH)).build());
  }

  private Response.ResponseBuilder page(String problem) {
    Map<String, Object> model = new HashMap<>();
    model.put("acao", world.issuer().path(PATH));
    model.put("problema", problem);
    model.put("ativos", world.behaviours().all());
    model.put("comportamentos", List.of(Behaviour.values()));
    model.put("enderecos", rules.endpoints());
    model.put("personas", world.personas().all());
    model.put("clientes", world.clients().all());
    model.put("ajustes", List.of(Setting.values()));
    model.put("escolhas", world.settings());
    model.put("agora", world.clock().instant().toString());
    return world.pages().answer(problem.isEmpty() ? 200 : 400, "controle", model);
  }

  private Optional<String> switchOn(MultivaluedMap<String, String> form) {
    Optional<Behaviour> behaviour = Behaviour.named(form.getFirst("behaviour"));
    if (behaviour.isEmpty()) {
      return Optional.of("escolha um comportamento");
    }
    Optional<String> times = field(form, "times");
    if (times.isPresent() && !times.get().matches(NUMBER)) {
      return Optional.of("vezes deve ser um número");
    }
    Activation activation =
        new Activation(
            field(form, "endpoint").orElse(null),
            field(form, "client").orElse(null),
            field(form, "persona").orElse(null),
            field(form, "ip").orElse(null),
            times.map(Integer::valueOf).orElse(null),
            parameters(field(form, "parameters").orElse("")));
    Optional<String> problem = rules.problem(behaviour.get(), activation);
    if (problem.isEmpty()) {
      world.behaviours().add(behaviour.get(), activation);
    }
    return problem;
  }

  private Optional<String> switchOff(String id) {
    boolean known =
        id != null && id.matches(NUMBER) && world.behaviours().deactivate(Long.parseLong(id));
    return known ? Optional.empty() : Optional.of("isso já estava desligado");
  }

  private Optional<String> choose(String setting, String choice) {
    try {
      world.settings().choose(Settings.parse(setting, choice));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private Optional<String> behave() {
    world.behaviours().deactivateAll();
    world.settings().reset();
    world.clock().follow();
    return Optional.empty();
  }

  private static Optional<String> field(MultivaluedMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** Reads {@code ms=3000, valor=x}. */
  private static Map<String, Object> parameters(String text) {
    Map<String, Object> parameters = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      String[] sides = pair.strip().split("=", 2);
      if (sides.length == 2) {
        String value = sides[1];
        parameters.put(sides[0], value.matches(NUMBER) ? (Object) Long.valueOf(value) : value);
      }
    }
    return parameters;
  }
}
