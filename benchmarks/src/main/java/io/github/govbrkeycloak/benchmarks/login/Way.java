package io.github.govbrkeycloak.benchmarks.login;

import java.util.List;
import java.util.Map;

/** A way to sign in: an identity provider of the realm and an application that uses it. */
public enum Way {
  /** Keycloak's generic provider, with what it does unless told otherwise: it asks userinfo. */
  GENERIC("generico", 0),
  /** Ours, with what it does unless told otherwise. */
  GOVBR("govbr", 1),
  /** Ours, asking four APIs for people with a company certificate. */
  GOVBR_APIS("govbr-apis", 2),
  /** Ours, asking for companies, however long that takes. */
  GOVBR_COMPANIES("govbr-empresas", 3);

  private final String alias;
  private final int row;

  Way(String alias, int row) {
    this.alias = alias;
    this.row = row;
  }

  /** Alias of the identity provider. */
  public String alias() {
    return alias;
  }

  /** Its people stand in a row of their own, so that each way finds its own accounts. */
  int row() {
    return row;
  }

  /** The application, by its client id at Keycloak. */
  public String application() {
    return "aplicacao-" + alias;
  }

  /** What the application finds the CPF in. */
  public String cpfClaim() {
    return isOurs() ? "cpf" : "preferred_username";
  }

  /** What else the application has to find in its ID token. */
  public List<String> requiredClaims() {
    return isOurs()
        ? List.of("acr", "amr", "govbr_nivel", "govbr", "name", "email")
        : List.of("name", "email");
  }

  /** Settings of the identity provider besides address and credential. */
  public Map<String, String> settings() {
    return switch (this) {
      case GENERIC, GOVBR -> Map.of();
      case GOVBR_APIS -> Map.of("fatos", "categorias##certificado##atuacao##empresas");
      // With the token: without it nobody could look a list up, and none would be kept.
      case GOVBR_COMPANIES ->
          Map.of("fatos", "empresas", "prazoExtrasMs", "9000", "guardarToken", "true");
    };
  }

  /** Whether it is ours. */
  public boolean isOurs() {
    return this != GENERIC;
  }
}
