package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.model.Nivel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an application and its request say of the level, in Keycloak's own words.
 *
 * @param minimum the client's {@code minimum.acr.value}: binding
 * @param claims the request's parameter {@code claims}: an essential {@code acr} in it is binding
 * @param acrValues the request's parameter {@code acr_values}: a wish, because the person can edit
 *     it in the address bar
 * @param defaults the client's {@code default.acr.values}: the wish of a request that has none
 * @param authnContext SAML: the requested context that Keycloak chose: binding
 */
record AcrDemand(
    Optional<String> minimum,
    Optional<String> claims,
    Optional<String> acrValues,
    List<String> defaults,
    Optional<String> authnContext) {

  private static final String UNREADABLE = "claims";

  AcrDemand {
    defaults = List.copyOf(defaults);
  }

  /** Whether nothing is said at all. */
  boolean isEmpty() {
    return minimum.isEmpty()
        && claims.isEmpty()
        && acrValues.isEmpty()
        && defaults.isEmpty()
        && authnContext.isEmpty();
  }

  /** What that demands, in gov.br's levels. */
  Requirements in(AcrWords words) {
    AcrClaim claim = AcrClaim.of(claims.orElse(null));
    return Stream.of(
            Stream.of(minimum, authnContext).flatMap(Optional::stream).map(words::least),
            essential(claim, words),
            wished(claim, words).map(Requirements::wish).stream())
        .flatMap(part -> part)
        .reduce(Requirements.NONE, Requirements::plus);
  }

  /** Any of the values will do, so the lowest counts. */
  private static Stream<Requirements> essential(AcrClaim claim, AcrWords words) {
    if (!claim.isReadable()) {
      return Stream.of(Requirements.unknown(UNREADABLE));
    }
    if (!claim.isEssential() || claim.words().isEmpty()) {
      return Stream.empty();
    }
    Optional<Nivel> lowest = lowest(claim.words().stream(), words);
    return Stream.of(
        lowest
            .map(Requirements::level)
            .orElseGet(() -> Requirements.unknown(claim.words().get(0))));
  }

  private Optional<Nivel> wished(AcrClaim claim, AcrWords words) {
    Stream<String> asked =
        Stream.concat(
            acrValues.map(values -> Stream.of(values.split(" "))).orElseGet(Stream::empty),
            claim.isEssential() ? Stream.empty() : claim.words().stream());
    return lowest(asked, words).or(() -> lowest(defaults.stream(), words));
  }

  private static Optional<Nivel> lowest(Stream<String> asked, AcrWords words) {
    return asked.map(words::level).flatMap(Optional::stream).min(Nivel::compareTo);
  }
}
