package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.http.CallLog;
import io.github.govbrkeycloak.simulator.http.CallLog.Entry;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.world.World;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The latest calls to the simulated gov.br: JSON for programs, a page for people. */
@Path(CallsResource.PATH)
public final class CallsResource {

  static final String PATH = "/simulador/chamadas";

  private static final int PER_PAGE = 25;

  private final World world;
  private final CallLog calls;
  private final Set<String> endpoints;

  CallsResource(World world, CallLog calls, Set<String> endpoints) {
    this.world = world;
    this.calls = calls;
    this.endpoints = endpoints;
  }

  /** The calls, oldest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<Entry> all(@Context UriInfo uri) {
    CallFilter filter = CallFilter.of(uri.getQueryParameters());
    return calls.entries().stream().filter(filter::matches).toList();
  }

  /**
   * The page, newest first; a login is told from its beginning. Whoever takes anything gets JSON.
   */
  @GET
  @Produces("text/html;qs=0.5")
  public Response page(@Context UriInfo uri) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    CallFilter filter = CallFilter.of(query);
    List<Entry> kept = calls.entries();
    List<Entry> found = new ArrayList<>(kept.stream().filter(filter::matches).toList());
    if (filter.login().isEmpty()) {
      Collections.reverse(found);
    }
    int pages = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
    int page = Math.min(pages, pageNumber(query.getFirst("pagina")));
    Map<String, Object> model = new HashMap<>();
    model.put(
        "chamadas", found.subList((page - 1) * PER_PAGE, Math.min(found.size(), page * PER_PAGE)));
    model.put("total", found.size());
    model.put("guardadas", kept.size());
    model.put("pagina", page);
    model.put("paginas", pages);
    model.put("filtro", filter);
    model.put("enderecos", endpoints);
    model.put("clientes", world.clients().all());
    model.put("emissor", world.issuer().name());
    return world.pages().answer(200, "chamadas", model).build();
  }

  /** What the page's button does. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response submit(MultivaluedMap<String, String> form) {
    if ("clear".equals(form.getFirst("operation"))) {
      calls.clear();
    }
    return Redirect.to(world.issuer().path(PATH)).build();
  }

  /** Forgets all calls. */
  @DELETE
  public void clear() {
    calls.clear();
  }

  private static int pageNumber(String text) {
    return Optional.ofNullable(text)
        .filter(number -> number.matches("[1-9][0-9]{0,5}"))
        .map(Integer::valueOf)
        .orElse(1);
  }
}
