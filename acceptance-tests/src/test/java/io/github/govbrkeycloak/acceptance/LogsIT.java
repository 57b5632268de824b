package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Comes last, so that it reads what every other test made the servers write. */
@CompleteSystem
@Order(Integer.MAX_VALUE)
@DisplayName("The logs and events of the whole run")
class LogsIT {

  /**
   * Three parts, or a header alone: half a token in a log is as bad as a whole one. In the middle
   * of a word it is none: Keycloak logs random ids, and among thousands some have these letters.
   */
  private static final Pattern JWT = Pattern.compile("(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,}");

  private static final Pattern PARAMETER =
      Pattern.compile("[?&](code|state|id_token_hint|session_state|code_verifier)=[^\\s&\\[*]+");

  @Test
  void hold_no_cpf_token_secret_or_password(
      Citizen citizen,
      GovBr govBr,
      RunningSystem system,
      SecondApplication application,
      KeycloakAdmin admin) {
    citizen.signInAs(govBr.persona("ouro-otp"));
    application.refresh(application.signInAgain(citizen.page()));
    citizen.signOut();

    Map<String, String> secrets = secrets(govBr, application);
    Map<String, String> personal = contacts(govBr);
    personal.putAll(secrets);
    List<String> found = new ArrayList<>();
    for (Path log : system.logs()) {
      found.addAll(leaks(log.getFileName().toString(), read(log), personal));
    }
    for (String events : List.of("/events?max=10000", "/admin-events?max=10000")) {
      JsonNode told = admin.get(events);
      assertThat(told).as(events).isNotEmpty();
      found.addAll(leaks(events, told.toString(), secrets));
    }

    assertThat(system.logs()).as("log files").hasSizeGreaterThanOrEqualTo(3);
    assertThat(found).as("where a secret was found").isEmpty();
  }

  @Test
  void are_searched_in_a_way_that_finds_what_is_there(GovBr govBr, SecondApplication application) {
    Map<String, String> secrets = secrets(govBr, application);
    Persona persona = govBr.persona("cin");

    assertThat(leaks("log", "user " + persona.cpf() + " came", secrets))
        .containsExactly("log:1 CPF of cin");
    assertThat(leaks("log", "fine\nbad " + persona.number().formatted(), secrets))
        .containsExactly("log:2 CPF of cin");
    assertThat(leaks("log", "got eyJhbGciOiJSUzI1NiJ9.e30.c2ln", secrets))
        .containsExactly("log:1 token");
    assertThat(leaks("log", "GET /endpoint?state=abc&code=def", secrets))
        .containsExactly("log:1 parameter of a redirect");
    assertThat(leaks("log", "using " + RunningSystem.DEMO_GOVBR_SECRET, secrets)).hasSize(1);
  }

  /** Says where and what kind, never the secret itself. */
  private static List<String> leaks(String where, String text, Map<String, String> secrets) {
    List<String> found = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String place = where + ":" + (i + 1) + " ";
      for (Map.Entry<String, String> secret : secrets.entrySet()) {
        if (lines[i].contains(secret.getKey())) {
          found.add(place + secret.getValue());
        }
      }
      if (JWT.matcher(lines[i]).find()) {
        found.add(place + "token");
      }
      if (PARAMETER.matcher(lines[i]).find()) {
        found.add(place + "parameter of a redirect");
      }
    }
    return found;
  }

  /** What must not be found, and how a report may call it. */
  private static Map<String, String> secrets(GovBr govBr, SecondApplication application) {
    Map<String, String> secrets = new LinkedHashMap<>();
    for (Persona persona : govBr.personas()) {
      secrets.put(persona.number().digits(), "CPF of " + persona);
      secrets.put(persona.number().formatted(), "CPF of " + persona);
      secrets.put(persona.senha(), "password of " + persona);
    }
    secrets.put(RunningSystem.DEMO_GOVBR_SECRET, "secret of the client at gov.br");
    secrets.put("segredo-do-cliente-sem-selos", "secret of the other client at gov.br");
    secrets.put(application.secret(), "secret of the second application");
    return secrets;
  }

  /** What a log has no need of; Keycloak's own event of a new account may name the e-mail. */
  private static Map<String, String> contacts(GovBr govBr) {
    Map<String, String> contacts = new LinkedHashMap<>();
    for (Persona persona : govBr.personas()) {
      contacts.put(persona.nome(), "name of " + persona);
      Optional.ofNullable(persona.email())
          .ifPresent(email -> contacts.put(email, "e-mail of " + persona));
      Optional.ofNullable(persona.telefone())
          .ifPresent(telephone -> contacts.put(telephone, "telephone of " + persona));
    }
    return contacts;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1)
          + Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
