package io.github.govbrkeycloak.keycloak.login;

/**
 * Why a login through gov.br was not finished: one code for the log and the event, one sentence for
 * the person (message {@code govbr.error.GOVBR-nnn}).
 *
 * <p>100: the way back from gov.br; 200: what gov.br said; 300: the token endpoint and the keys;
 * 400: the ID token; 500: other answers; 600: the logout, 610: steps; 900: ourselves.
 */
public enum Reason {
  /** The browser came back without {@code state}. */
  MISSING_STATE(101, 400),
  /** The {@code state} belongs to no login of this browser. */
  UNKNOWN_STATE(102, 400),
  /** The browser came back with neither a code nor an error. */
  MISSING_CODE(103, 400),
  /** The way back was used before: a code serves once. */
  ANSWER_USED(104, 400),
  /** The way back belongs to a login that was begun at another gov.br. */
  ANSWER_OF_ANOTHER_ISSUER(105, 400),
  /** The person gave up at gov.br. */
  CANCELLED(201, 400),
  /** gov.br does not let this credential ask for one of the configured scopes. */
  SCOPE_NOT_ALLOWED(202, 502),
  /** gov.br sent the browser back with another error. */
  REFUSED_BY_GOVBR(203, 502),
  /** gov.br's token endpoint did not answer in time, or not at all. */
  TOKEN_UNREACHABLE(301, 502),
  /** gov.br did not take the code: used, expired or not ours. */
  CODE_NOT_ACCEPTED(302, 400),
  /** gov.br did not take our client id and secret. */
  CREDENTIAL_NOT_ACCEPTED(303, 502),
  /** The token endpoint answered with an unexpected status. */
  TOKEN_STATUS(304, 502),
  /** The token endpoint's answer is not the JSON it should be. */
  TOKEN_MALFORMED(305, 502),
  /** The token endpoint's answer is larger than any honest one. */
  TOKEN_TOO_LARGE(306, 502),
  /** gov.br did not tell its keys in time, or not at all. */
  KEYS_UNREACHABLE(307, 502),
  /** What gov.br published as its keys cannot be used. */
  KEYS_UNUSABLE(308, 502),
  /** No ID token, or not a readable one. */
  ID_TOKEN_MALFORMED(401, 502),
  /** The ID token is not signed, or not by a key of gov.br. */
  ID_TOKEN_SIGNATURE(402, 502),
  /** The ID token is from another issuer. */
  ID_TOKEN_ISSUER(403, 502),
  /** The ID token is for another client. */
  ID_TOKEN_AUDIENCE(404, 502),
  /** The ID token has expired, or says not when it expires. */
  ID_TOKEN_EXPIRED(405, 502),
  /** The ID token says not when it was issued, or it was issued in the future or too long ago. */
  ID_TOKEN_ISSUED_AT(406, 502),
  /** The ID token is not the answer to this login's request. */
  ID_TOKEN_NONCE(407, 502),
  /** The ID token's subject is not a CPF. */
  ID_TOKEN_SUBJECT(408, 502),
  /** The access token does not belong to the ID token. */
  ACCESS_TOKEN_MISMATCH(409, 502),
  /** gov.br's userinfo speaks of another person. */
  USERINFO_OTHER_PERSON(501, 502),
  /** gov.br is slow, and as many logins as may wait for it do so already. */
  TOO_MANY_WAIT(511, 503),
  /** gov.br did not tell the person's companies. */
  COMPANIES_UNREACHABLE(522, 502),
  /** What was chosen is not a company of the person. */
  COMPANY_NOT_LINKED(523, 400),
  /** Nobody in the realm has the person's CPF, and only those who are there may enter. */
  NOT_REGISTERED(561, 403),
  /** More than one account has the person's CPF. */
  SEVERAL_ACCOUNTS(562, 409),
  /** The account with the person's CPF is linked to somebody else at gov.br. */
  ACCOUNT_OF_ANOTHER(563, 409),
  /** Nobody has the person's CPF, but another account has the e-mail. */
  EMAIL_OF_ANOTHER(564, 409),
  /** A directory did not say whether it knows the person. */
  DIRECTORY_UNREACHABLE(565, 503),
  /** Whoever owns the account with the person's CPF may have written it there. */
  CPF_SELF_WRITTEN(566, 409),
  /** The vault has not the key of pseudonyms that the settings name. */
  NO_PSEUDONYM_KEY(571, 500),
  /** The same person's first login is under way twice, at the same moment. */
  SAME_PERSON_ENTERS(572, 409),
  /** Accounts are not given away to people of a gov.br where anybody may have any CPF. */
  TEST_ENVIRONMENT(574, 403),
  /** The ID token has not the claim that the administrator demands of everybody. */
  CLAIM_MISSING(575, 403),
  /** The account's level is lower than the application demands. */
  LEVEL_TOO_LOW(581, 403),
  /** The account has not a seal that the application demands. */
  SEAL_MISSING(582, 403),
  /** The person did not sign in at gov.br the way that the application demands. */
  FACTOR_MISSING(583, 403),
  /** The application demands that people act for a company, and this person does not. */
  COMPANY_MISSING(584, 403),
  /** The application demands something that nobody knows. */
  DEMAND_UNKNOWN(585, 500),
  /** The application demands what only gov.br can tell, and the session is not from there. */
  NOT_FROM_GOVBR(586, 403),
  /** gov.br did not tell what the application demands to know. */
  DEMANDED_FACT_UNTOLD(587, 502),
  /** The browser came back from a step, or shows one, that no login of it is in. */
  NO_STEP_UNDER_WAY(591, 400),
  /** Somebody else than the person who was sent there signed in at gov.br. */
  ANOTHER_PERSON_AT_GOVBR(592, 403),
  /** The browser came back from a logout that nobody asked for: the session stays. */
  LOGOUT_NOT_ASKED(601, 400),
  /** The person is signed out here, but gov.br does not answer and may keep them signed in. */
  LOGOUT_UNREACHABLE(602, 200),
  /** Whoever is at a step did not sign in through gov.br, or their session has ended. */
  STEP_NEEDS_GOVBR(611, 403),
  /** The browser came back from a step that is not under way in it. */
  STEP_NOT_UNDER_WAY(612, 400),
  /** Somebody else's password was confirmed at gov.br. */
  PASSWORD_OF_ANOTHER(613, 403),
  /** The person did not confirm the password at gov.br. */
  PASSWORD_NOT_CONFIRMED(614, 400),
  /** The step lacks a setting, or its secret in the vault. */
  STEP_NOT_PREPARED(615, 500),
  /** Somebody else signed in at gov.br to act for another person. */
  AGENT_IS_ANOTHER(616, 403),
  /** gov.br named nobody on whose behalf the person acts. */
  NOBODY_REPRESENTED(617, 403),
  /** A fault of ours, or of the server's configuration. */
  UNEXPECTED(901, 500);

  private static final int STEPS = 61;

  private final int number;
  private final int httpStatus;

  Reason(int number, int httpStatus) {
    this.number = number;
    this.httpStatus = httpStatus;
  }

  /** The code in logs, events and on the page: {@code GOVBR-nnn}. */
  public String code() {
    return "GOVBR-" + number;
  }

  /** Key of the person's sentence. */
  public String messageKey() {
    return "govbr.error." + code();
  }

  /** Key of the page's heading. */
  String headingKey() {
    return number / 10 == STEPS ? "govbr.etapa.title" : "govbr.error.title";
  }

  /** Status of the page that tells it. */
  public int httpStatus() {
    return httpStatus;
  }
}
