package io.github.govbrkeycloak.simulator.behaviour;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One address of gov.br, as behaviours and the call log name it. */
public final class Endpoint {

  private static final Pattern VALUE = Pattern.compile("\\{([a-z]+)}");

  private final String name;
  private final String template;
  private final Pattern path;

  /**
   * An address.
   *
   * @param name the word used in the control API ({@code token}, {@code niveis}…)
   * @param template the path, with {@code {name}} where a value stands; logged in place of the real
   *     path, which may hold a CPF
   */
  public Endpoint(String name, String template) {
    this.name = name;
    this.template = template;
    this.path = Pattern.compile(VALUE.matcher(template).replaceAll("(?<$1>[^/]+)") + "/?");
  }

  /** The word for it. */
  public String name() {
    return name;
  }

  /** Its path, without values. */
  public String template() {
    return template;
  }

  /** The words of its path, without the values. */
  public Stream<String> words() {
    return Arrays.stream(template.split("/", -1)).filter(word -> !word.contains("{"));
  }

  /** What stands in a path of this address in the place of {@code {name}}. */
  public Optional<String> valueIn(String requestPath, String name) {
    Matcher found = path.matcher(requestPath);
    return template.contains("{" + name + "}") && found.matches()
        ? Optional.of(found.group(name))
        : Optional.empty();
  }

  /** Whether a request path, with or without a slash at its end, is this address. */
  public boolean matches(String requestPath) {
    return path.matcher(requestPath).matches();
  }
}
