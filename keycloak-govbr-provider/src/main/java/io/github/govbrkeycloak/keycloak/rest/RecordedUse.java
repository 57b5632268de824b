package io.github.govbrkeycloak.keycloak.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * A use of a power that is recorded at gov.br once, however often the application asks: gov.br
 * itself would count each time. An application that got no answer asks again with the same key.
 *
 * @param store Keycloak's store of short-lived objects, which all nodes share
 * @param name where it lies there
 * @param request what was asked, which must be the same again
 */
record RecordedUse(SingleUseObjectProvider store, String name, String request) {

  /** Longer than anybody waits for gov.br, and soon over when a server stops in between. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);

  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final Duration A_MOMENT = Duration.ofSeconds(2);
  private static final String ID = "id";
  private static final String REQUEST = "pedido";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,100}");

  /**
   * With the key that an application sent.
   *
   * @param key which must be good, or the request is refused
   * @param owner whose key it is: the same one of another person or application is another
   */
  static RecordedUse of(SingleUseObjectProvider store, String key, String owner, String request) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw new ProblemException(Problem.BAD_KEY);
    }
    String hash = HashUtils.sha256UrlEncodedHash(owner + " " + key, StandardCharsets.UTF_8);
    return new RecordedUse(store, "govbr-uso-" + hash, request);
  }

  /**
   * Takes the key.
   *
   * @return gov.br's number when the use has been recorded; empty when it is to be recorded now
   * @throws ProblemException when it is being recorded, or the key was another request's
   */
  Optional<String> begin() {
    if (store.putIfAbsent(name, UNDER_WAY.toSeconds())) {
      return Optional.empty();
    }
    Map<String, String> earlier = store.get(name);
    if (earlier == null || !earlier.containsKey(ID)) {
      throw new ProblemException(Problem.UNDER_WAY, Optional.of(A_MOMENT));
    }
    if (!request.equals(earlier.get(REQUEST))) {
      throw new ProblemException(Problem.KEY_OF_ANOTHER);
    }
    return Optional.of(earlier.get(ID));
  }

  /** It was recorded. */
  void recorded(String id) {
    store.put(name, REMEMBERED.toSeconds(), Map.of(ID, id, REQUEST, request));
  }

  /** It was not recorded: the key may be used again. */
  void failed() {
    store.remove(name);
  }
}
