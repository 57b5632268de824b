package io.github.govbrkeycloak.keycloak.mapper;

/** What a mapper does with one role or group of an account. */
enum GrantDecision {
  GRANT,
  REVOKE,
  NOTHING;

  /**
   * Decides.
   *
   * @param holds whether the fact holds in this login
   * @param has whether the account has the role or group itself, not by way of another
   * @param givenByAnother whether another mapper has given it in this same login
   */
  static GrantDecision of(boolean holds, boolean has, boolean givenByAnother) {
    if (holds) {
      return has ? NOTHING : GRANT;
    }
    return has && !givenByAnother ? REVOKE : NOTHING;
  }
}
