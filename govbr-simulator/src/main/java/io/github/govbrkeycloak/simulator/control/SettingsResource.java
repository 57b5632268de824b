package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Setting;
import io.github.govbrkeycloak.simulator.settings.Settings;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** Which side the simulator takes where gov.br's documents disagree. */
@Path("/simulador/ajustes")
@Produces(MediaType.APPLICATION_JSON)
public final class SettingsResource {

  /** A point of disagreement. */
  record Shown(String nome, String pergunta, String escolha, List<Side> opcoes) {}

  /** One side of it. */
  record Side(String nome, String descricao, boolean padrao) {}

  /** What a caller chooses. */
  record Wanted(String escolha) {}

  private final Settings settings;

  SettingsResource(Settings settings) {
    this.settings = settings;
  }

  /** All points. */
  @GET
  public List<Shown> all() {
    return Arrays.stream(Setting.values()).map(this::shown).toList();
  }

  /** One point. */
  @GET
  @Path("/{nome}")
  public Shown one(@PathParam("nome") String name) {
    return shown(named(name));
  }

  /** Takes a side. */
  @PUT
  @Path("/{nome}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Shown choose(@PathParam("nome") String name, Wanted wanted) {
    Setting setting = named(name);
    try {
      settings.choose(Settings.parse(name, wanted == null ? "" : wanted.escolha()));
    } catch (IllegalArgumentException e) {
      throw ControlError.badRequest(e.getMessage());
    }
    return shown(setting);
  }

  /** Back to the sides taken at the start. */
  @DELETE
  public void reset() {
    settings.reset();
  }

  private Shown shown(Setting setting) {
    return new Shown(
        setting.label(),
        setting.question(),
        settings.of(setting).label(),
        setting.choices().stream().map(SettingsResource::side).toList());
  }

  private static Side side(Choice choice) {
    return new Side(choice.label(), choice.description(), choice == choice.setting().byDefault());
  }

  private static Setting named(String name) {
    return Setting.named(name)
        .orElseThrow(() -> ControlError.notFound("ajuste desconhecido; veja /simulador/ajustes"));
  }
}
