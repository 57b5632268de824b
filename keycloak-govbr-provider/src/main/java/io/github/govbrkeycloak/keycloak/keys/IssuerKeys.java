package io.github.govbrkeycloak.keycloak.keys;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of every issuer this server knows, shared by all identity providers and all logins.
 *
 * <p>Kept by the address they were read from, never by key id alone: gov.br's staging and
 * production publish different keys under the same id. Nobody but the owner of an address can put
 * keys there.
 */
public final class IssuerKeys {

  private final Map<String, CachedKeys> byAddress = new ConcurrentHashMap<>();
  private final KeyPolicy policy;
  private final InstantSource clock;

  public IssuerKeys(KeyPolicy policy, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * The keys to try first; asked for when none are known or the known ones are old.
   *
   * @throws LoginRefusedException when there are none and the issuer does not tell
   */
  KeySet known(String address, KeyFetch fetch) {
    return cached(address).current(fetch);
  }

  /**
   * The keys to try when others did not help: freshly asked for, unless that was done a moment ago.
   *
   * @param tried the ones that did not help; the same come back when there are no newer ones
   * @throws LoginRefusedException when the issuer does not tell
   */
  KeySet newerThan(KeySet tried, String address, KeyFetch fetch) {
    return cached(address).newerThan(tried, fetch);
  }

  private CachedKeys cached(String address) {
    return byAddress.computeIfAbsent(address, same -> new CachedKeys(policy, clock));
  }
}
