package io.github.govbrkeycloak.simulator.catalogo;

import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.http.QueryText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Why a citizen is at the catalogue.
 *
 * @param service what the service is called; empty if the citizen came by themself
 * @param returnTo where the citizen goes afterwards; empty if the citizen came by themself
 * @param niveis the levels demanded
 * @param categorias the categories demanded, a parameter that gov.br's guide dropped in 2022
 * @param selos the seals demanded, a parameter that gov.br's guide dropped in 2024
 * @param query the address's query, to be repeated in the forms
 */
record Visit(
    Optional<String> service,
    Optional<String> returnTo,
    IdExpression niveis,
    IdExpression categorias,
    IdExpression selos,
    String query) {

  /** Somebody who looks at their own account. */
  static final Visit PRIVATE =
      new Visit(
          Optional.empty(),
          Optional.empty(),
          IdExpression.NONE,
          IdExpression.NONE,
          IdExpression.NONE,
          "");

  /** Whether the account has all that is demanded. */
  boolean isSatisfiedBy(Persona persona) {
    return missing(persona).isEmpty();
  }

  /** What the account lacks, in words. */
  List<String> missing(Persona persona) {
    List<String> missing =
        niveis.missing(id -> persona.level().isAtLeast(Nivel.of(id))).stream()
            .map(ids -> "Nível " + names(ids, id -> Nivel.of(id).title()))
            .collect(Collectors.toList());
    categorias.missing(persona.categorias()::contains).stream()
        .map(ids -> "Categoria " + names(ids, id -> id))
        .forEach(missing::add);
    selos.missing(persona.selos()::contains).stream()
        .map(ids -> "Selo " + names(ids, id -> Selo.of(id).title()))
        .forEach(missing::add);
    return missing;
  }

  private static String names(Set<String> ids, UnaryOperator<String> name) {
    return ids.stream().sorted().map(name).collect(Collectors.joining(" ou "));
  }

  /** The same query again, for another page of the catalogue. */
  static String query(
      String clientId, String redirectUri, String niveis, String cat, String selos) {
    StringBuilder query = new StringBuilder("?client_id=" + QueryText.encode(clientId));
    append(query, "redirect_uri", redirectUri);
    append(query, "niveis", niveis);
    append(query, "categorias", cat);
    append(query, "confiabilidades", selos);
    return query.toString();
  }

  private static void append(StringBuilder query, String name, String value) {
    if (value != null && !value.isEmpty()) {
      query.append('&').append(name).append('=').append(QueryText.encode(value));
    }
  }
}
