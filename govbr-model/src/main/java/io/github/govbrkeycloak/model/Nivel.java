package io.github.govbrkeycloak.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How well gov.br has identified a person: bronze, prata or ouro.
 *
 * <p>gov.br may invent a level tomorrow. A name we do not know is kept as it came, ranks below
 * bronze and satisfies no requirement.
 */
public final class Nivel implements Comparable<Nivel> {

  /** Identified by data only the person should know, or registered at a desk. */
  public static final Nivel BRONZE = new Nivel(1, "bronze", "bronze", "Bronze");

  /** Identified by a bank, or by face against the drivers' register. */
  public static final Nivel PRATA = new Nivel(2, "prata", "silver", "Prata");

  /** Identified by biometrics of the electoral court or the identity card, or by certificate. */
  public static final Nivel OURO = new Nivel(3, "ouro", "gold", "Ouro");

  private static final Nivel NOT_TOLD = unknown("desconhecido");

  private static final Comparator<Nivel> BY_RANK_THEN_NAME =
      Comparator.comparingInt(Nivel::rank).thenComparing(Nivel::name);

  private final int rank;
  private final String name;
  private final String wireName;
  private final String title;

  private Nivel(int rank, String name, String wireName, String title) {
    this.rank = rank;
    this.name = name;
    this.wireName = wireName;
    this.title = title;
  }

  private static Nivel unknown(String name) {
    return new Nivel(0, name, name, name);
  }

  /**
   * Reads a level as any gov.br source writes it: {@code gold} (ID token), {@code 3} or {@code "3
   * (Ouro)"} (levels API), {@code ouro}, or the names used before 2022 ({@code comprovada}). Never
   * fails: other names are kept as unknown levels, and {@code null} or blank is named {@code
   * desconhecido}.
   */
  public static Nivel of(String raw) {
    String kept = RawTerm.clean(raw);
    if (kept.isEmpty()) {
      return NOT_TOLD;
    }
    return switch (RawTerm.id(kept).toLowerCase(Locale.ROOT)) {
      case "bronze", "1", "conta_basica", "basica" -> BRONZE;
      case "prata", "silver", "2", "conta_verificada", "verificada" -> PRATA;
      case "ouro", "gold", "3", "conta_comprovada", "comprovada" -> OURO;
      default -> unknown(kept);
    };
  }

  /** The levels we know, lowest first. */
  public static List<Nivel> all() {
    return List.of(BRONZE, PRATA, OURO);
  }

  /**
   * The name in our tokens ({@code acr}): {@code bronze}, {@code prata}, {@code ouro}, or as it
   * came.
   */
  public String name() {
    return name;
  }

  /** The name in gov.br's ID token: {@code bronze}, {@code silver}, {@code gold}, or as it came. */
  public String wireName() {
    return wireName;
  }

  /**
   * gov.br's number in the levels API and the catalogue: {@code 1} to {@code 3}; {@code 0} if
   * unknown.
   */
  public String id() {
    return Integer.toString(rank);
  }

  /**
   * What people read: {@code Bronze}, {@code Prata}, {@code Ouro}, or the unknown name as it came.
   */
  public String title() {
    return title;
  }

  /** 1 for bronze to 3 for ouro; 0 for a level we do not know. */
  public int rank() {
    return rank;
  }

  /** Whether this is one of the three levels we know. */
  public boolean isKnown() {
    return rank > 0;
  }

  /**
   * Whether a person of this level meets a requirement. A requirement we do not know (a misspelt
   * one, for instance) is met by nobody: refusing is the only safe reading of it.
   */
  public boolean isAtLeast(Nivel required) {
    return required.isKnown() && rank >= required.rank;
  }

  /** Lowest first; unknown levels come before bronze, ordered by name. */
  @Override
  public int compareTo(Nivel other) {
    return BY_RANK_THEN_NAME.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Nivel nivel && nivel.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The {@linkplain #name() name}. */
  @Override
  public String toString() {
    return name;
  }
}
