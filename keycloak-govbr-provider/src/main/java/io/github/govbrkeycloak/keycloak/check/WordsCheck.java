package io.github.govbrkeycloak.keycloak.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * Whether the demands of applications are written in words that somebody knows. Keycloak takes any
 * word and only warns when it is used.
 *
 * @param session of the request
 * @param realm of the applications
 */
record WordsCheck(KeycloakSession session, RealmModel realm) {

  private static final Logger LOG = Logger.getLogger(WordsCheck.class);
  private static final String OURS = "govbr-";
  private static final int MOST_SHOWN = 10;

  Finding finding() {
    List<String> unknown = Stream.concat(ofClients(), ofProfiles()).map(Shown::of).toList();
    return unknown.isEmpty()
        ? Finding.green(Item.PALAVRAS)
        : Finding.red(
            Item.PALAVRAS,
            "desconhecidas",
            String.join("; ", unknown.subList(0, Math.min(MOST_SHOWN, unknown.size()))));
  }

  private Stream<String> ofClients() {
    return realm
        .getClientsStream()
        .flatMap(client -> unknownLevels(client).map(word -> client.getClientId() + ": " + word));
  }

  private static Stream<String> unknownLevels(ClientModel client) {
    boolean isSaml = SamlProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
    List<String> words = new ArrayList<>();
    Optional.ofNullable(AcrUtils.getMinimumAcrValue(client)).ifPresent(words::add);
    if (!isSaml) {
      words.addAll(AcrUtils.getDefaultAcrValues(client));
    }
    if (words.isEmpty()) {
      return Stream.empty();
    }
    Map<String, Integer> known =
        isSaml ? AcrUtils.getUriLoaMap(client) : AcrUtils.getAcrLoaMap(client);
    // Keycloak takes a number for the level itself.
    return words.stream()
        .filter(word -> !word.isBlank() && !known.containsKey(word))
        .filter(word -> isSaml || !word.matches("[0-9]+"))
        .distinct();
  }

  private Stream<String> ofProfiles() {
    try {
      return session.clientPolicy().getClientProfiles(realm, false).getProfiles().stream()
          .flatMap(this::unknownWords);
    } catch (ClientPolicyException unreadable) {
      LOG.warnf("client profiles of the realm could not be read: %s", unreadable.getError());
      return Stream.of("client-profiles");
    }
  }

  private Stream<String> unknownWords(ClientProfileRepresentation profile) {
    return Optional.ofNullable(profile.getExecutors()).stream()
        .flatMap(List::stream)
        .filter(executor -> executor.getExecutorProviderId().startsWith(OURS))
        .flatMap(this::unknownWords)
        .map(word -> profile.getName() + ": " + word);
  }

  private Stream<String> unknownWords(ClientPolicyExecutorRepresentation executor) {
    String id = executor.getExecutorProviderId();
    return session
                .getKeycloakSessionFactory()
                .getProviderFactory(ClientPolicyExecutorProvider.class, id)
            instanceof ConfiguredProvider known
        ? new FormWords(known.getConfigProperties()).unknownIn(executor.getConfiguration())
        : Stream.of(id);
  }
}
