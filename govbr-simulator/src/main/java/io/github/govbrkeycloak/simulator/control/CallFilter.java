package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.http.CallLog.Entry;
import io.github.govbrkeycloak.simulator.http.QueryText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which calls somebody wants to see. A text that is empty asks for all.
 *
 * @param endpoint name of the address, or {@link #NO_ADDRESS}
 * @param client id of the service
 * @param login name of the login
 * @param onlyWithFindings leaves out calls without findings
 * @param number the only call, {@code null} for any
 */
public record CallFilter(
    String endpoint, String client, String login, boolean onlyWithFindings, Long number) {

  /** In place of an address: those that gov.br does not have. */
  static final String NO_ADDRESS = "nenhum";

  private static final long NOT_A_NUMBER = -1;

  static CallFilter of(MultivaluedMap<String, String> query) {
    return new CallFilter(
        text(query, "endpoint"),
        text(query, "cliente"),
        text(query, "entrada"),
        text(query, "achados").equals("sim"),
        text(query, "numero").isEmpty() ? null : number(text(query, "numero")));
  }

  private static String text(MultivaluedMap<String, String> query, String name) {
    return Optional.ofNullable(query.getFirst(name)).orElse("");
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : NOT_A_NUMBER;
  }

  boolean matches(Entry call) {
    return (number == null || number == call.numero())
        && (!onlyWithFindings || !call.achados().isEmpty())
        && isOrAny(endpoint, call.endpoint() == null ? NO_ADDRESS : call.endpoint())
        && isOrAny(client, call.cliente())
        && isOrAny(login, call.entrada());
  }

  private static boolean isOrAny(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  /** Whether anything is left out. */
  public boolean isAny() {
    return number != null || !query().isEmpty();
  }

  /** The filter as the beginning of a query, ready for another parameter. */
  public String query() {
    Map<String, String> chosen = new LinkedHashMap<>();
    chosen.put("endpoint", endpoint);
    chosen.put("cliente", client);
    chosen.put("entrada", login);
    chosen.put("achados", onlyWithFindings ? "sim" : "");
    return chosen.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(each -> each.getKey() + "=" + QueryText.encode(each.getValue()) + "&")
        .collect(Collectors.joining());
  }
}
