package io.github.govbrkeycloak.apache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Configuration that a guide shows, as a reader copies it.
 *
 * @param text for Apache
 */
public record Site(String text) {

  /** Reads it from the guide's file. */
  public static Site read(Path file) throws IOException {
    return new Site(Files.readString(file));
  }

  /** The same with other values in its {@code Define} lines and not one letter more changed. */
  public Site defining(Map<String, String> values) {
    String defined = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      Matcher line =
          Pattern.compile("(?m)^(Define " + value.getKey() + " +)\\S+$").matcher(defined);
      if (line.results().count() != 1) {
        throw new IllegalStateException("not exactly one line defines " + value.getKey());
      }
      defined = line.replaceFirst("$1" + Matcher.quoteReplacement(value.getValue()));
    }
    return new Site(defined);
  }

  /** The same with a line that is a comment in the guide, for readers who need it. */
  public Site uncommenting(String line, String as) {
    String comment = "# " + line + "\n";
    if (!text.contains(comment)) {
      throw new IllegalStateException("no comment shows: " + line);
    }
    return new Site(text.replace(comment, as + "\n"));
  }

  /** The same with more at the end. */
  public Site and(String more) {
    return new Site(text + "\n" + more);
  }
}
