package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.settings.Choice;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page by which a person steers the simulator; what it does, the control API does too. */
@Path(ControlPageResource.PATH)
public final class ControlPageResource {

  static final String PATH = "/simulador";

  private static final String ID = "[0-9]{1,18}";

  private final World world;

  ControlPageResource(World world) {
    this.world = world;
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
          case "switch-off" -> switchOff(form.getFirst("id"));
          case "choose" -> choose(form);
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
    model.put("comportamentos", BehaviourGroup.all());
    model.put("ajustes", SettingGroup.all());
    model.put("escolhas", world.settings());
    model.put("mudados", world.settings().changed());
    model.put("agora", world.clock().instant().toString());
    model.put("parado", world.clock().stoppedAt().isPresent());
    model.put("adiantado", !world.clock().shift().isZero());
    return world.pages().answer(problem.isEmpty() ? 200 : 400, "controle", model);
  }

  private Optional<String> switchOff(String id) {
    boolean known =
        id != null && id.matches(ID) && world.behaviours().deactivate(Long.parseLong(id));
    return known ? Optional.empty() : Optional.of("isso já estava desligado");
  }

  /** Takes the sides a form names, or none of them if one does not exist. */
  private Optional<String> choose(MultivaluedMap<String, String> form) {
    List<Choice> chosen = new ArrayList<>();
    try {
      for (Setting setting : Setting.values()) {
        if (form.containsKey(setting.label())) {
          chosen.add(Settings.parse(setting.label(), form.getFirst(setting.label())));
        }
      }
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
    chosen.forEach(world.settings()::choose);
    return Optional.empty();
  }

  private Optional<String> behave() {
    world.behaviours().deactivateAll();
    world.settings().reset();
    world.clock().follow();
    return Optional.empty();
  }
}
