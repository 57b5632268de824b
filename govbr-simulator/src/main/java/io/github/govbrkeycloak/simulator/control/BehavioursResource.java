package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Switches behaviours on and off. */
@Path("/simulador/comportamentos")
@Produces(MediaType.APPLICATION_JSON)
public final class BehavioursResource {

  /**
   * A behaviour and whether it is switched on.
   *
   * @param ativacao the newest way in which it is switched on, {@code null} if it is not
   */
  record Shown(String nome, String onde, String descricao, Activation ativacao) {}

  /**
   * A behaviour that is switched on.
   *
   * @param id to switch just this one off
   */
  record On(long id, String nome, Activation ativacao) {

    static On of(Behaviours.Active active) {
      return new On(active.id(), active.behaviour().label(), active.activation());
    }
  }

  private final Behaviours behaviours;
  private final ActivationRules rules;

  BehavioursResource(Behaviours behaviours, ActivationRules rules) {
    this.behaviours = behaviours;
    this.rules = rules;
  }

  /** All behaviours there are. */
  @GET
  public List<Shown> all() {
    return Arrays.stream(Behaviour.values()).map(this::shown).toList();
  }

  /** One behaviour. */
  @GET
  @Path("/{nome}")
  public Shown one(@PathParam("nome") String name) {
    return shown(behaviour(name));
  }

  /** Switches one on; without a body, everywhere and until it is switched off. */
  @PUT
  @Path("/{nome}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Shown activate(@PathParam("nome") String name, Activation sent) {
    Behaviour behaviour = behaviour(name);
    Activation activation = sent == null ? Activation.always() : sent;
    check(behaviour, activation);
    behaviours.activate(behaviour, activation);
    return shown(behaviour);
  }

  /** Switches one on beside its former activations, for another client for instance. */
  @POST
  @Path("/{nome}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(@PathParam("nome") String name, Activation sent) {
    Behaviour behaviour = behaviour(name);
    Activation activation = sent == null ? Activation.always() : sent;
    check(behaviour, activation);
    return Response.status(Response.Status.CREATED)
        .entity(On.of(behaviours.add(behaviour, activation)))
        .build();
  }

  /** Everything that is switched on. */
  @GET
  @Path("/ativos")
  public List<On> active() {
    return behaviours.all().stream().map(On::of).toList();
  }

  /** Switches just one activation off. */
  @DELETE
  @Path("/ativos/{id}")
  public void deactivate(@PathParam("id") long id) {
    if (!behaviours.deactivate(id)) {
      throw ControlError.notFound(
          "nada ligado com esse número; veja /simulador/comportamentos/ativos");
    }
  }

  /** Switches one off. */
  @DELETE
  @Path("/{nome}")
  public void deactivate(@PathParam("nome") String name) {
    behaviours.deactivate(behaviour(name));
  }

  /** Switches all off. */
  @DELETE
  public void deactivateAll() {
    behaviours.deactivateAll();
  }

  private Shown shown(Behaviour behaviour) {
    return new Shown(
        behaviour.label(),
        behaviour.where().name().toLowerCase(Locale.ROOT),
        behaviour.description(),
        behaviours.of(behaviour).stream()
            .map(Behaviours.Active::activation)
            .findFirst()
            .orElse(null));
  }

  private static Behaviour behaviour(String name) {
    return Behaviour.named(name)
        .orElseThrow(
            () -> {
              String known =
                  Arrays.stream(Behaviour.values())
                      .map(Behaviour::label)
                      .collect(Collectors.joining(", "));
              return ControlError.notFound("comportamento desconhecido; há: " + known);
            });
  }

  private void check(Behaviour behaviour, Activation activation) {
    rules
        .problem(behaviour, activation)
        .ifPresent(
            problem -> {
              throw ControlError.badRequest(problem);
            });
  }
}
