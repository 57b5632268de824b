package io.github.govbrkeycloak.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table of gov.br's vocabulary kept beside the classes as text: one row a line, columns separated
 * by {@code |}, lines that start with {@code #} explain. A new seal is a new line, not new code.
 */
final class VocabularyFile {

  private VocabularyFile() {}

  /** The rows of a table, each with exactly {@code columns} cells. */
  static List<List<String>> rows(String name, int columns) {
    try (InputStream file = VocabularyFile.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the vocabulary " + name + " is missing from the jar");
      }
      return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> cells(name, line, columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the vocabulary " + name + " cannot be read", e);
    }
  }

  private static List<String> cells(String name, String line, int columns) {
    List<String> cells = List.of(line.strip().split("\\s*\\|\\s*", -1));
    if (cells.size() != columns) {
      throw new IllegalStateException("the vocabulary " + name + " has a broken line: " + line);
    }
    return cells;
  }
}
