package io.github.govbrkeycloak.keycloak.session;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Keycloak's store of short-lived objects, as a request sees it: what is put there is written when
 * the request is over, and can be read before; what is removed is removed at once, so that what was
 * put in the same request is not found.
 */
public final class StoreOfRequest {

  private final Map<String, Map<String, String>> written = new HashMap<>();
  private final Map<String, Map<String, String>> toBeWritten = new HashMap<>();
  private final Map<String, Long> lifetimes = new HashMap<>();
  private final List<KeycloakTransaction> afterwards = new ArrayList<>();

  private final SingleUseObjectProvider store =
      answering(
          SingleUseObjectProvider.class,
          (method, arguments) ->
              switch (method) {
                case "put" -> put((String) arguments[0], (Long) arguments[1], arguments[2]);
                case "get" ->
                    toBeWritten.getOrDefault(
                        (String) arguments[0], written.get((String) arguments[0]));
                case "remove" -> written.remove((String) arguments[0]);
                default -> throw new UnsupportedOperationException(method);
              });

  private final KeycloakTransactionManager transactions =
      answering(
          KeycloakTransactionManager.class,
          (method, arguments) ->
              switch (method) {
                case "enlistAfterCompletion" -> afterwards.add((KeycloakTransaction) arguments[0]);
                default -> throw new UnsupportedOperationException(method);
              });

  private final KeycloakSession session =
      answering(
          KeycloakSession.class,
          (method, arguments) ->
              switch (method) {
                case "singleUseObjects" -> store;
                case "getTransactionManager" -> transactions;
                default -> throw new UnsupportedOperationException(method);
              });

  /** What an object of Keycloak's says to a call. */
  interface Answer {
    Object to(String method, Object... arguments);
  }

  /** Keycloak's interfaces have dozens of methods: only these are asked. */
  static <T> T answering(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            StoreOfRequest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object told = answer.to(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : told;
            }));
  }

  @SuppressWarnings("unchecked")
  private Object put(String key, long lifetime, Object values) {
    lifetimes.put(key, lifetime);
    return toBeWritten.put(key, (Map<String, String>) values);
  }

  /** The request, as far as it has to do with the store. */
  public KeycloakSession session() {
    return session;
  }

  SingleUseObjectProvider store() {
    return store;
  }

  /** The request is over; the next one begins. */
  void endRequest() {
    written.putAll(toBeWritten);
    toBeWritten.clear();
    afterwards.forEach(
        transaction -> {
          transaction.begin();
          transaction.commit();
        });
    afterwards.clear();
  }

  /** What lies there when the request is over. */
  public Map<String, Map<String, String>> kept() {
    endRequest();
    return written;
  }

  /** How long what was put there was to live. */
  Map<String, Long> lifetimes() {
    return lifetimes;
  }
}
