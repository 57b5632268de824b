package io.github.govbrkeycloak.simulator.behaviour;

import java.util.regex.Pattern;

/**
 * One address of gov.br, as behaviours and the call log name it.
 *
 * @param name the word used in the control API ({@code token}, {@code niveis}…)
 * @param template the path, with {@code {name}} where a value stands; logged in place of the real
 *     path, which may hold a CPF
 */
public record Endpoint(String name, String template) {

  /** Whether a request path, with or without a slash at its end, is this address. */
  public boolean matches(String path) {
    String bare =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Pattern.matches(template.replaceAll("\\{[a-z]+}", "[^/]+"), bare);
  }
}
