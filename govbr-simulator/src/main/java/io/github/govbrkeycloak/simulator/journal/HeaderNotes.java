package io.github.govbrkeycloak.simulator.journal;

import io.github.govbrkeycloak.simulator.diagnosis.UserAgent;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.journal.HarmlessValues.Shown;
import io.github.govbrkeycloak.simulator.journal.Sent.Place;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import io.github.govbrkeycloak.simulator.sso.ClientCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the journal says about the headers that matter to gov.br. */
final class HeaderNotes {

  private static final Set<String> TYPES =
      Set.of(
          "application/x-www-form-urlencoded",
          "application/json",
          "multipart/form-data",
          "text/plain");
  private static final Set<String> FETCH_WORDS =
      Set.of("navigate", "cors", "no-cors", "same-origin", "same-site", "cross-site", "none");

  private final HarmlessValues values;

  HeaderNotes(HarmlessValues values) {
    this.values = values;
  }

  List<Sent> read(IncomingCall call) {
    List<Sent> headers = new ArrayList<>();
    call.header("Authorization").map(this::authorization).ifPresent(headers::add);
    call.header("Content-Type")
        .map(sent -> word("Content-Type", sent, sent.replaceFirst(" *;.*", ""), TYPES))
        .ifPresent(headers::add);
    for (String name : List.of("Sec-Fetch-Mode", "Sec-Fetch-Site")) {
      call.header(name).map(sent -> word(name, sent, sent, FETCH_WORDS)).ifPresent(headers::add);
    }
    for (String name :
        List.of("Origin", "Referer", "x-cpf-usuario", "X-HTTP-Method-Override", "traceparent")) {
      call.header(name).map(sent -> header(name, null, sent, null)).ifPresent(headers::add);
    }
    call.cookie(BrowserSessions.COOKIE)
        .map(sent -> header("Cookie", null, sent, "sessão do gov.br"))
        .ifPresent(headers::add);
    String agent = call.header("User-Agent").orElse("");
    headers.add(header("User-Agent", UserAgent.of(call).title(), agent, null));
    return headers;
  }

  private Sent authorization(String sent) {
    String scheme = sent.strip().replaceFirst("\\s.*", "").toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "basic" -> header("Authorization", "Basic", sent, basic(sent));
      case "bearer" -> header("Authorization", "Bearer", sent, null);
      default -> header("Authorization", null, sent, "nem Basic nem Bearer");
    };
  }

  private String basic(String sent) {
    Optional<ClientCredentials> credentials = ClientCredentials.inHeader(sent);
    if (credentials.isEmpty()) {
      return "ilegível";
    }
    Shown client = values.clientId(credentials.get().clientId());
    return "client_id "
        + client.value().or(client::note).orElse("")
        + ", client_secret de "
        + credentials.get().secret().length()
        + " letras";
  }

  private static Sent word(String name, String sent, String candidate, Set<String> harmless) {
    return header(name, harmless.contains(candidate) ? candidate : null, sent, null);
  }

  private static Sent header(String name, String value, String sent, String note) {
    return new Sent(Place.CABECALHO, name, value, sent.length(), note);
  }
}
