package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedSelo;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an application demands of whoever signs in, and what it would like.
 *
 * <p>A demand that nobody knows, a misspelt one for instance, is met by nobody: refusing is the
 * only safe reading of it. So is a fact that gov.br did not tell.
 *
 * @param level the least level
 * @param wishedLevel the level that it would like; never refuses
 * @param seals of each choice one seal
 * @param factors of each choice one factor
 * @param preferredFactors it would like one of these; never refuses
 * @param company whether the person must act for a company
 * @param unknownWords demands that nobody knows
 */
public record Requirements(
    Optional<Nivel> level,
    Optional<Nivel> wishedLevel,
    Set<OneOf<Selo>> seals,
    Set<OneOf<Amr>> factors,
    Set<Amr> preferredFactors,
    CompanyNeed company,
    Set<String> unknownWords) {

  /** Nothing is demanded. */
  public static final Requirements NONE =
      new Requirements(
          Optional.empty(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          Set.of(),
          CompanyNeed.NONE,
          Set.of());

  /** An unknown level becomes an unknown word; a wish that nobody knows is none. */
  public Requirements {
    unknownWords =
        union(unknownWords, level.filter(asked -> !asked.isKnown()).map(Nivel::name).stream());
    level = level.filter(Nivel::isKnown);
    wishedLevel = wishedLevel.filter(Nivel::isKnown);
    seals = union(seals, Stream.empty());
    factors = union(factors, Stream.empty());
    preferredFactors = union(preferredFactors, Stream.empty());
  }

  /** At least this level. */
  public static Requirements level(Nivel least) {
    return of(Optional.of(least), Optional.empty(), Set.of(), Set.of());
  }

  /** Best this level; a lower one will do. */
  public static Requirements wish(Nivel level) {
    return of(Optional.empty(), Optional.of(level), Set.of(), Set.of());
  }

  /** Of each choice one seal. */
  public static Requirements seals(Set<OneOf<Selo>> seals) {
    return of(Optional.empty(), Optional.empty(), seals, Set.of());
  }

  /** Of each choice one factor. */
  public static Requirements factors(Set<OneOf<Amr>> factors) {
    return of(Optional.empty(), Optional.empty(), Set.of(), factors);
  }

  /** Best one of these factors; any other will do. */
  public static Requirements preferred(Set<Amr> factors) {
    return new Requirements(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        factors,
        CompanyNeed.NONE,
        Set.of());
  }

  /** Whether a company is asked for. */
  public static Requirements company(CompanyNeed need) {
    return new Requirements(
        Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(), need, Set.of());
  }

  /** A demand that nobody knows. */
  public static Requirements unknown(String word) {
    return new Requirements(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        CompanyNeed.NONE,
        Set.of(word));
  }

  private static Requirements of(
      Optional<Nivel> level,
      Optional<Nivel> wished,
      Set<OneOf<Selo>> seals,
      Set<OneOf<Amr>> factors) {
    return new Requirements(level, wished, seals, factors, Set.of(), CompanyNeed.NONE, Set.of());
  }

  /** The same without the company, which is chosen only after the login. */
  public Requirements beforeCompanyChoice() {
    return new Requirements(
        level, wishedLevel, seals, factors, preferredFactors, CompanyNeed.NONE, unknownWords);
  }

  /** Both together: of each thing the stricter. */
  public Requirements plus(Requirements other) {
    if (other.equals(NONE)) {
      return this;
    }
    if (equals(NONE)) {
      return other;
    }
    return new Requirements(
        highest(level, other.level),
        highest(wishedLevel, other.wishedLevel),
        union(seals, other.seals.stream()),
        union(factors, other.factors.stream()),
        union(preferredFactors, other.preferredFactors.stream()),
        company.strictest(other.company),
        union(unknownWords, other.unknownWords.stream()));
  }

  private static Optional<Nivel> highest(Optional<Nivel> one, Optional<Nivel> other) {
    return Stream.concat(one.stream(), other.stream()).max(Comparator.naturalOrder());
  }

  private static <T> Set<T> union(Set<T> some, Stream<T> more) {
    Set<T> all = new LinkedHashSet<>(some);
    more.forEach(all::add);
    return Collections.unmodifiableSet(all);
  }

  /** Whether anything is demanded that could refuse somebody. */
  public boolean areBinding() {
    return level.isPresent()
        || !seals.isEmpty()
        || !factors.isEmpty()
        || company == CompanyNeed.REQUIRED
        || !unknownWords.isEmpty();
  }

  /**
   * Whether a login meets them.
   *
   * @param facts what gov.br told of the login; empty when it did not come from gov.br
   * @param chosenCompany the company that the person chose in this application
   */
  public Verdict check(Optional<SessionFacts> facts, Optional<Cnpj> chosenCompany) {
    List<Lack> lacks = new ArrayList<>();
    unknownWords.forEach(word -> lacks.add(new Lack.UnknownWord(word)));
    if (facts.isEmpty() && areBinding()) {
      lacks.add(new Lack.NotGovBr());
    }
    facts.ifPresent(told -> addLacks(told, chosenCompany, lacks));
    return lacks.isEmpty() ? wishes(facts) : new Verdict.Lacking(lacks);
  }

  private void addLacks(SessionFacts facts, Optional<Cnpj> chosenCompany, List<Lack> lacks) {
    Optional<Nivel> held = nivel(facts);
    level
        .filter(needed -> !meets(held, needed))
        .ifPresent(needed -> lacks.add(new Lack.Level(held, needed)));
    // Every account has a seal and every login a factor: none at all means that none was told.
    seals.stream()
        .filter(choice -> !choice.isMet(seal -> holds(facts, seal)))
        .forEach(choice -> lacks.add(new Lack.Seal(choice.items(), facts.selos().isEmpty())));
    factors.stream()
        .filter(choice -> !choice.isMet(factor -> used(facts, factor)))
        .forEach(choice -> lacks.add(new Lack.Factor(choice.items(), facts.amr().isEmpty())));
    if (company == CompanyNeed.REQUIRED && chosenCompany.isEmpty() && facts.company() == null) {
      lacks.add(new Lack.Company());
    }
  }

  private Verdict wishes(Optional<SessionFacts> facts) {
    Optional<Nivel> unmetLevel =
        wishedLevel.filter(wished -> !meets(facts.flatMap(Requirements::nivel), wished));
    Set<Amr> unmetFactors =
        preferredFactors.stream()
                .anyMatch(factor -> facts.filter(told -> used(told, factor)).isPresent())
            ? Set.of()
            : preferredFactors;
    return unmetLevel.isEmpty() && unmetFactors.isEmpty()
        ? new Verdict.Met()
        : new Verdict.WishUnmet(unmetLevel, unmetFactors);
  }

  private static Optional<Nivel> nivel(SessionFacts facts) {
    return Optional.ofNullable(facts.nivel()).map(Nivel::of);
  }

  private static boolean meets(Optional<Nivel> held, Nivel needed) {
    return held.filter(level -> level.isAtLeast(needed)).isPresent();
  }

  private static boolean holds(SessionFacts facts, Selo seal) {
    return facts.selos().stream().map(StatedSelo::id).anyMatch(seal.id()::equals);
  }

  private static boolean used(SessionFacts facts, Amr factor) {
    return facts.amr().stream().map(Amr::of).anyMatch(used -> used.isOneOf(factor));
  }
}
