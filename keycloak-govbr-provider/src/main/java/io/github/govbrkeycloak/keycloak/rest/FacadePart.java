package io.github.govbrkeycloak.keycloak.rest;

/** A part of the facade, which applications are let into by a role of the client {@code govbr}. */
enum FacadePart {
  /** What gov.br told at the login. */
  ACCOUNT("conta"),
  /** The person's photo. */
  PHOTO("foto"),
  /** The companies of the person. */
  COMPANIES("empresas"),
  /** The certificate that the person used. */
  CERTIFICATE("certificado"),
  /** The powers of attorney with which the person acts, and that they were used. */
  POWERS("procuracoes");

  private final String role;

  FacadePart(String role) {
    this.role = role;
  }

  /** The role that it takes, and its word in addresses, metrics and events. */
  String role() {
    return role;
  }
}
