package io.github.govbrkeycloak.simulator.journal;

import io.github.govbrkeycloak.simulator.diagnosis.AddressDifference;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which values the journal may repeat: only those that are registered here, or one of a few words.
 * Whatever anybody sends under any name, nothing else gets through.
 */
final class HarmlessValues {

  /** Words that are harmless under a name, whoever sends them. */
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "response_type", Set.of("code", "token", "id_token", "code id_token", "id_token token"),
          "response_mode", Set.of("query", "fragment", "form_post"),
          "grant_type",
              Set.of(
                  "authorization_code",
                  "client_credentials",
                  "refresh_token",
                  "password",
                  "implicit"),
          "code_challenge_method", Set.of("S256", "plain"),
          "prompt", Set.of("none", "login", "consent", "select_account", "unspecified"),
          "response-type", Set.of("ids"),
          "filtrar-por-situacao", Set.of("ativo"));

  /** What gov.br knows; a service's own scopes are added. */
  private static final Set<String> SCOPES =
      Set.of(
          "openid",
          "profile",
          "email",
          "phone",
          "offline_access",
          "govbr_empresa",
          "govbr_confiabilidades",
          "govbr_confiabilidades_idtoken",
          "govbr_recupera_certificadox509",
          "password-validation");

  private static final Pattern LEVELS = Pattern.compile("\\(?[123]([,/\\\\][123]){0,2}\\)?");
  private static final int MOST_SCOPES = 20;

  private final Clients clients;
  private final Map<String, Function<String, Shown>> rules;

  /**
   * What may be kept of a value.
   *
   * @param value the value itself, if it is harmless
   * @param note what can be said about it
   */
  record Shown(Optional<String> value, Optional<String> note) {

    static final Shown NOTHING = new Shown(Optional.empty(), Optional.empty());

    static Shown value(String value) {
      return new Shown(Optional.of(value), Optional.empty());
    }

    static Shown note(String note) {
      return new Shown(Optional.empty(), Optional.of(note));
    }
  }

  HarmlessValues(Clients clients) {
    this.clients = clients;
    this.rules =
        Map.of(
            "client_id", this::clientId,
            "filtrar-por-clientid", this::clientId,
            "clientId", this::clientId,
            "redirect_uri", sent -> address(sent, Client::redirectUris),
            "post_logout_redirect_uri", sent -> address(sent, Client::logoutUris),
            "scope", this::scope,
            "niveis", HarmlessValues::levels);
  }

  /** What may be kept of a parameter's value. */
  Shown of(String name, String value) {
    if (rules.containsKey(name)) {
      return rules.get(name).apply(value);
    }
    return WORDS.getOrDefault(name, Set.of()).contains(value) ? Shown.value(value) : Shown.NOTHING;
  }

  /** The id as it is registered; otherwise only that it is not. */
  Shown clientId(String sent) {
    return clients
        .withId(sent)
        .map(known -> Shown.value(known.clientId()))
        .orElseGet(
            () ->
                Shown.note(
                    clients.withId(sent.strip()).isPresent()
                        ? "registrado, se não fosse o espaço"
                        : "não registrado"));
  }

  private Shown address(String sent, Function<Client, List<String>> registered) {
    List<String> known =
        clients.all().stream().map(registered).flatMap(List::stream).distinct().toList();
    return known.stream()
        .filter(sent::equals)
        .findFirst()
        .map(Shown::value)
        .orElseGet(() -> Shown.note("não registrada: " + AddressDifference.between(sent, known)));
  }

  private Shown scope(String sent) {
    List<String> words = Arrays.asList(sent.strip().split(" +", -1));
    List<String> known =
        words.stream().filter(this::isScope).distinct().limit(MOST_SCOPES).toList();
    String shown = String.join(" ", known);
    long unknown = words.stream().filter(word -> !isScope(word)).count();
    return unknown == 0
        ? Shown.value(shown)
        : new Shown(
            Optional.of(shown).filter(text -> !text.isEmpty()),
            Optional.of("e mais " + unknown + " que o gov.br não conhece"));
  }

  private boolean isScope(String word) {
    return SCOPES.contains(word)
        || clients.all().stream().anyMatch(client -> client.escopos().contains(word));
  }

  private static Shown levels(String sent) {
    return LEVELS.matcher(sent).matches() ? Shown.value(sent) : Shown.NOTHING;
  }

  /** Several notes as one. */
  static Optional<String> joined(List<String> notes) {
    return notes.isEmpty()
        ? Optional.empty()
        : Optional.of(notes.stream().collect(Collectors.joining("; ")));
  }
}
