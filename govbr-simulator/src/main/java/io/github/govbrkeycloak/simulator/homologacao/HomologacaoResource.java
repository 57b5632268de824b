package io.github.govbrkeycloak.simulator.homologacao;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.http.CallLog;
import io.github.govbrkeycloak.simulator.http.CallLog.Entry;
import io.github.govbrkeycloak.simulator.http.QueryText;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.world.World;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The checklist: JSON for programs, a page for people. */
@Path(HomologacaoResource.PATH)
public final class HomologacaoResource {

  static final String PATH = "/simulador/homologacao";

  private final World world;
  private final CallLog calls;
  private final Confirmations confirmations;

  /** Judges by these calls, and by what people say. */
  public HomologacaoResource(World world, CallLog calls, Confirmations confirmations) {
    this.world = world;
    this.calls = calls;
    this.confirmations = confirmations;
  }

  /** The list of one service. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Checklist list(@QueryParam("cliente") String clientId) {
    return checklist(chosen(clientId).orElseThrow(NotFoundException::new));
  }

  /** The page of one service; without one, of the service that called last. */
  @GET
  @Produces("text/html;qs=0.5")
  public Response page(@QueryParam("cliente") String clientId) {
    Optional<Client> client = chosen(clientId);
    Map<String, Object> model = new HashMap<>();
    model.put("acao", world.issuer().path(PATH));
    model.put("clientes", services());
    client.ifPresent(
        service -> {
          model.put("servico", service);
          model.put("lista", checklist(service));
        });
    return world.pages().answer(client.isPresent() ? 200 : 404, "homologacao", model).build();
  }

  /** What a person confirms, or takes back. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(MultivaluedMap<String, String> form) {
    Client client =
        world.clients().withId(form.getFirst("cliente")).orElseThrow(NotFoundException::new);
    String item = String.valueOf(form.getFirst("item"));
    if (Requirements.all().stream().noneMatch(each -> each.id().equals(item))) {
      throw new NotFoundException();
    }
    if ("confirm".equals(form.getFirst("operation"))) {
      confirmations.confirm(client.clientId(), item);
    } else {
      confirmations.takeBack(client.clientId(), item);
    }
    String query = "?cliente=" + QueryText.encode(client.clientId());
    return Redirect.to(world.issuer().path(PATH) + query + "#" + item).build();
  }

  private Checklist checklist(Client client) {
    return Checklist.of(client.clientId(), calls.entries(), confirmations);
  }

  private Optional<Client> chosen(String clientId) {
    if (clientId != null && !clientId.isEmpty()) {
      return world.clients().withId(clientId);
    }
    List<Entry> latestFirst = new ArrayList<>(calls.entries());
    Collections.reverse(latestFirst);
    List<Client> services = services();
    return latestFirst.stream()
        .map(Entry::cliente)
        .filter(Objects::nonNull)
        .flatMap(id -> services.stream().filter(service -> service.clientId().equals(id)))
        .findFirst()
        .or(() -> services.stream().findFirst());
  }

  /** The services people sign in to; desks and the like have nothing to show here. */
  private List<Client> services() {
    return world.clients().all().stream()
        .filter(client -> client.escopos().contains("openid"))
        .toList();
  }
}
