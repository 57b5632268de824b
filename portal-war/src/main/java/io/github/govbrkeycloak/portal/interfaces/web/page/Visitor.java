package io.github.govbrkeycloak.portal.interfaces.web.page;

import io.github.govbrkeycloak.portal.domain.citizen.Citizen;
import io.github.govbrkeycloak.portal.infrastructure.oidc.SignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Whoever opened the page: an anonymous visitor or a signed-in person. */
@Named
@RequestScoped
public class Visitor {

  private Optional<SignIn> signIn = Optional.empty();

  /** For the container's proxy. */
  Visitor() {}

  @Inject
  Visitor(HttpServletRequest request) {
    signIn = SignIn.of(request);
  }

  /** The login of this visitor, if any. */
  public Optional<SignIn> signIn() {
    return signIn;
  }

  /** The person who signed in, if any. */
  public Optional<Citizen> citizen() {
    return signIn.map(SignIn::citizen);
  }

  public boolean isSignedIn() {
    return signIn.isPresent();
  }

  /** How the portal addresses the person. */
  public String getDisplayName() {
    return citizen().flatMap(Citizen::displayName).orElse("Cidadão sem nome informado");
  }
}
