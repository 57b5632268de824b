package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameter;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.world.World;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The page that switches one behaviour on, with a field for each of its parameters. */
@Path(BehaviourPageResource.PATH + "/{nome}")
public final class BehaviourPageResource {

  static final String PATH = "/simulador/comportamento";

  private static final String NUMBER = "-?[0-9]{1,9}";
  private static final String PARAMETER = "parametro-";

  private final World world;
  private final ActivationRules rules;

  BehaviourPageResource(World world, ActivationRules rules) {
    this.world = world;
    this.rules = rules;
  }

  /** The empty form. */
  @GET
  public Response page(@PathParam("nome") String name) {
    return page(named(name), Map.of(), "").build();
  }

  /** Switches on and goes back to the control page; or says why not, and keeps what was typed. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(@PathParam("nome") String name, MultivaluedMap<String, String> form) {
    Behaviour behaviour = named(name);
    Map<String, String> typed = new HashMap<>();
    form.forEach((field, values) -> typed.put(field, values.get(0).strip()));
    typed.values().removeIf(String::isEmpty);
    return switchOn(behaviour, typed)
        .map(problem -> page(behaviour, typed, problem).build())
        .orElseGet(
            () -> Redirect.to(world.issuer().path(ControlPageResource.PATH) + "#ligado").build());
  }

  private Optional<String> switchOn(Behaviour behaviour, Map<String, String> typed) {
    String times = typed.get("times");
    if (times != null && !times.matches(NUMBER)) {
      return Optional.of("vezes deve ser um número");
    }
    Activation activation =
        new Activation(
            typed.get("endpoint"),
            typed.get("client"),
            typed.get("persona"),
            typed.get("ip"),
            times == null ? null : Integer.valueOf(times),
            parameters(behaviour, typed));
    Optional<String> problem = rules.problem(behaviour, activation);
    if (problem.isEmpty()) {
      world.behaviours().add(behaviour, activation);
    }
    return problem;
  }

  private static Map<String, Object> parameters(Behaviour behaviour, Map<String, String> typed) {
    Map<String, Object> parameters = new HashMap<>();
    for (Parameter parameter : behaviour.parameters()) {
      String value = typed.get(PARAMETER + parameter.name());
      if (value != null) {
        parameters.put(parameter.name(), parameter.typed(value));
      }
    }
    return parameters;
  }

  private Response.ResponseBuilder page(
      Behaviour behaviour, Map<String, String> typed, String problem) {
    Map<String, Object> model = new HashMap<>();
    model.put("acao", world.issuer().path(PATH + "/" + behaviour.label()));
    model.put("problema", problem);
    model.put("comportamento", behaviour);
    model.put("campos", ParameterField.of(behaviour));
    model.put("digitado", typed);
    model.put("enderecos", rules.endpoints());
    model.put("personas", world.personas().all());
    model.put("clientes", world.clients().all());
    return world.pages().answer(problem.isEmpty() ? 200 : 400, "comportamento", model);
  }

  private static Behaviour named(String name) {
    return Behaviour.named(name).orElseThrow(NotFoundException::new);
  }
}
