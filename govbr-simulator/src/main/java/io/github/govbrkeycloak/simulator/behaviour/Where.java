package io.github.govbrkeycloak.simulator.behaviour;

/** Where in the work on a request a behaviour acts. */
public enum Where {
  /** On the connection, before or around the real work. */
  TRANSPORT,
  /** On the signature of a token, or on the keys. */
  SIGNATURE,
  /** On the claims of the ID token, or of the access token if told so. */
  ID_TOKEN,
  /** On the userinfo answer. */
  USERINFO,
  /** On the authorization code. */
  CODE,
  /** On the token endpoint's answer. */
  TOKEN_ANSWER,
  /** On any JSON answer to a call that went well. */
  ANSWER
}
