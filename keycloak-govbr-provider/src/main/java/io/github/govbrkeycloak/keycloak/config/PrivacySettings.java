package io.github.govbrkeycloak.keycloak.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Settings of an identity provider about what Keycloak keeps of a person, and under which name.
 *
 * @param config the identity provider's configuration
 */
public record PrivacySettings(Map<String, String> config) {

  /** What an account is called: one of {@link UserName}. */
  public static final String NOME_DE_USUARIO = "nomeDeUsuario";

  /** What links an account to gov.br: one of {@link FederatedId}. */
  public static final String ID_FEDERADO = "idFederado";

  /** Reference to the vault's key of pseudonyms. */
  public static final String CHAVE = "chavePseudonimo";

  /** What tells pseudonyms of this key from those of other keys. */
  public static final String CHAVE_ID = "chavePseudonimoId";

  /** Keys used before, each {@code id=${vault.name}}. */
  public static final String CHAVES_ANTERIORES = "chavesAnteriores";

  /** Facts that sessions keep, by {@link FactGroup#word()}. */
  public static final String FATOS_GUARDADOS = "fatosGuardados";

  /** What an account is called in Keycloak. */
  public enum UserName {
    PSEUDONIMO,
    CPF,
    ALEATORIO
  }

  /** What links an account to a person of gov.br. */
  public enum FederatedId {
    CPF,
    PSEUDONIMO
  }

  /** What new accounts are called. */
  public UserName userName() {
    return chosen(NOME_DE_USUARIO, UserName.class).orElse(UserName.PSEUDONIMO);
  }

  /** What links accounts to gov.br. */
  public FederatedId federatedId() {
    return chosen(ID_FEDERADO, FederatedId.class).orElse(FederatedId.CPF);
  }

  private <E extends Enum<E>> Optional<E> chosen(String key, Class<E> choices) {
    return text(key).flatMap(word -> ofWord(word, choices));
  }

  private static <E extends Enum<E>> Optional<E> ofWord(String word, Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> word(choice).equals(word))
        .findFirst();
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> List<String> words(Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants()).map(PrivacySettings::word).toList();
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(config.get(key)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** The key of pseudonyms; none means the realm's own. */
  public Optional<KeyReference> key() {
    return text(CHAVE).map(reference -> new KeyReference(text(CHAVE_ID).orElse(""), reference));
  }

  /** Keys of which accounts may still have pseudonyms. */
  public List<KeyReference> formerKeys() {
    return ConfiguredList.of(config.get(CHAVES_ANTERIORES)).stream()
        .map(row -> row.split("=", 2))
        .map(row -> new KeyReference(row[0].strip(), row.length == 2 ? row[1].strip() : ""))
        .toList();
  }

  /** The facts that sessions keep. */
  public Set<FactGroup> keptFacts() {
    EnumSet<FactGroup> kept = EnumSet.noneOf(FactGroup.class);
    keptWords().map(FactGroup::of).flatMap(Optional::stream).forEach(kept::add);
    return keptWords().findAny().isEmpty()
        ? EnumSet.allOf(FactGroup.class)
        : Collections.unmodifiableSet(kept);
  }

  private Stream<String> keptWords() {
    return ConfiguredList.of(config.get(FATOS_GUARDADOS)).stream();
  }

  /**
   * Refuses settings that cannot work.
   *
   * @param session whose vault must have the keys; none where there is no vault to ask
   * @throws InvalidSettingException naming the field and the remedy
   */
  void validate(Optional<KeycloakSession> session) {
    requireChoice(NOME_DE_USUARIO, UserName.class);
    requireChoice(ID_FEDERADO, FederatedId.class);
    key().ifPresent(key -> validate(CHAVE, CHAVE_ID, key, session));
    formerKeys().forEach(key -> validate(CHAVES_ANTERIORES, CHAVES_ANTERIORES, key, session));
    Set<String> ids = new HashSet<>();
    Stream.concat(key().stream(), formerKeys().stream())
        .filter(key -> !ids.add(key.id()))
        .forEach(
            key -> {
              throw InvalidSettingException.of(CHAVES_ANTERIORES, "chave.repetida", key.id());
            });
    if (federatedId() == FederatedId.PSEUDONIMO && key().isEmpty()) {
      throw InvalidSettingException.of(
          ID_FEDERADO, "chave.falta", InvalidSettingException.label(CHAVE));
    }
    keptWords()
        .filter(word -> FactGroup.of(word).isEmpty())
        .forEach(
            word -> {
              throw InvalidSettingException.of(
                  FATOS_GUARDADOS, "escolha", String.join(", ", FactGroup.words()));
            });
  }

  private <E extends Enum<E>> void requireChoice(String key, Class<E> choices) {
    text(key)
        .filter(word -> ofWord(word, choices).isEmpty())
        .ifPresent(
            word -> {
              throw InvalidSettingException.of(key, "escolha", String.join(", ", words(choices)));
            });
  }

  private static void validate(
      String name, String idName, KeyReference key, Optional<KeycloakSession> session) {
    if (!key.isOfVault()) {
      throw InvalidSettingException.of(name, "cofre.chave", "${vault.govbr-pseudonimo}");
    }
    if (!key.hasUsableId()) {
      throw InvalidSettingException.of(idName, "chave.identificador");
    }
    if (session.isPresent() && key.read(session.get()).isEmpty()) {
      throw InvalidSettingException.of(
          name, "cofre.vazio", key.reference(), Integer.toString(KeyReference.SHORTEST_KEY));
    }
  }

  /** The console's fields. */
  public static List<ProviderConfigProperty> properties() {
    return ConsoleFields.of("govbr")
        .oneOf(NOME_DE_USUARIO, words(UserName.class))
        .oneOf(ID_FEDERADO, words(FederatedId.class))
        .text(CHAVE)
        .text(CHAVE_ID)
        .texts(CHAVES_ANTERIORES, null)
        .anyOf(FATOS_GUARDADOS, FactGroup.words())
        .build();
  }
}
