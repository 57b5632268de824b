package io.github.govbrkeycloak.simulator.sso;

/** Why {@code /authorize} goes no further, and who is told. */
final class AuthorizeRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final String error;
  private final transient ReturnAddress returnAddress;

  private AuthorizeRefusal(String error, String description, ReturnAddress returnAddress) {
    super(description, null, false, false);
    this.error = error;
    this.returnAddress = returnAddress;
  }

  /** For the eyes of the person only: nobody may be redirected to an address not registered. */
  static AuthorizeRefusal shown(String error, String description) {
    return new AuthorizeRefusal(error, description, null);
  }

  /** Told to the service. */
  static AuthorizeRefusal returned(String error, String description, ReturnAddress to) {
    return new AuthorizeRefusal(error, description, to);
  }

  String error() {
    return error;
  }

  /** Where to send the person, or {@code null} to show a page here. */
  ReturnAddress returnAddress() {
    return returnAddress;
  }
}
