package io.github.govbrkeycloak.simulator.procuracao;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/**
 * What a citizen filled in to grant a power, not checked.
 *
 * @param agent the CPF of who shall act
 * @param services ids of the services
 * @param until the last day
 */
public record PowerForm(String agent, List<String> services, String until) {

  /** As much of each as the fields hold is shown again. */
  private static final int LONGEST = 14;

  /** Nothing filled in. */
  static final PowerForm EMPTY = new PowerForm("", List.of(), "");

  static PowerForm of(MultivaluedMap<String, String> form) {
    return new PowerForm(
        text(form, "agent"), form.getOrDefault("service", List.of()), text(form, "until"));
  }

  private static String text(MultivaluedMap<String, String> form, String field) {
    String value = form.getFirst(field);
    return value == null
        ? ""
        : value.strip().substring(0, Math.min(value.strip().length(), LONGEST));
  }

  /** Without the person in it. */
  @Override
  public String toString() {
    return "PowerForm";
  }
}
