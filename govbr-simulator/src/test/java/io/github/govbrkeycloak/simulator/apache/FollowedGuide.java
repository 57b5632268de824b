package io.github.govbrkeycloak.simulator.apache;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.apache.Apache;
import io.github.govbrkeycloak.apache.AuthModule;
import io.github.govbrkeycloak.apache.BackendApplication;
import io.github.govbrkeycloak.apache.Site;
import io.github.govbrkeycloak.simulator.ControlApi;
import io.github.govbrkeycloak.simulator.RunningJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the guide puts together: gov.br, here as strict as it can be, an Apache that is registered
 * there, and an application behind it.
 *
 * @param service the address of the site, without a trailing slash
 */
record FollowedGuide(
    RunningJar govbr,
    ControlApi control,
    BackendApplication application,
    Apache apache,
    String service)
    implements AutoCloseable {

  private static final String CLIENT = "/clientes/apache.orgao.exemplo.gov.br";

  /** Starts all of it, with Apache's files in this empty folder. */
  static FollowedGuide start(Path home) throws IOException {
    RunningJar govbr =
        RunningJar.start(Map.of("SIMULADOR_AJUSTES", "autenticacao-do-servico=so-basic"));
    BackendApplication application = null;
    try {
      application = BackendApplication.start();
      ControlApi control = new ControlApi(govbr.baseUrl());
      int port = Apache.freePort();
      String service = ApacheExample.addressAt(port);
      control.put(CLIENT, ApacheExample.client(service));
      Map<String, String> values =
          Map.of("GOVBR", govbr.baseUrl(), "CATALOGO", govbr.baseUrl() + "/catalogo/");
      Site site = ApacheExample.site(home, port, values, application.address());
      Apache apache = Apache.start(home, port, AuthModule.OPENIDC, site);
      return new FollowedGuide(govbr, control, application, apache, service);
    } catch (IOException | RuntimeException | AssertionError e) {
      try (govbr;
          BackendApplication ends = application) {
        throw e;
      }
    }
  }

  /** What the simulator knows of a persona. */
  JsonNode persona(String id) {
    for (JsonNode persona : control.read("/personas")) {
      if (persona.path("id").asText().equals(id)) {
        return persona;
      }
    }
    throw new IllegalArgumentException("there is no persona " + id);
  }

  /** Ends every misbehaviour, and forgets what people did and who is signed in at gov.br. */
  void startAnew() {
    control.delete("/comportamentos");
    control.delete("/estado");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    apache.close();
    application.close();
    govbr.close();
  }
}
