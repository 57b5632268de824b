package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.managers.RealmManager;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;
import org.keycloak.urls.UrlType;

/**
 * The check for people. Whoever has signed in to the administration console in this browser is
 * known here by the cookie of that sign-in, which Keycloak gives to addresses of the
 * administrator's own realm only; so the page is below that realm, and the realm to look at is
 * asked for.
 */
public final class CheckPage {

  private static final String TEMPLATE = "govbr-conferir.ftl";

  /**
   * Keycloak's value against forged requests, in the cookie of the sign-in; its name is private.
   */
  private static final String STATE_CHECKER = "state_checker";

  private final KeycloakSession session;
  private final RealmModel home;

  CheckPage(KeycloakSession session) {
    this.session = session;
    this.home = session.getContext().getRealm();
  }

  /** A part of the page: an address with what gov.br calls it. */
  public record Address(String field, String value) {}

  /** A part of the page: how one thing stands. */
  public record Line(String verdict, String sentence, String remedy) {}

  /** The form. Nothing is looked at, and gov.br is not called. */
  @GET
  public Response form(@QueryParam("realm") String realm, @QueryParam("alias") String alias) {
    return administrator()
        .map(admin -> page(admin, asked(realm, alias)))
        .orElseGet(this::notSignedIn);
  }

  /** The form with what was found. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response check(
      @FormParam("realm") String realm,
      @FormParam("alias") String alias,
      @FormParam("verificador") String checker) {
    Optional<AuthResult> admin = administrator();
    if (admin.isEmpty()) {
      return notSignedIn();
    }
    LoginFormsProvider page = asked(realm, alias);
    if (isOwn(checker)) {
      Texts texts = Texts.of(session, admin.get().user());
      report(admin.get(), realm, alias)
          .ifPresentOrElse(
              report -> show(page, report, texts),
              () -> page.setAttribute("problem", "govbr.check.page.none"));
    } else {
      page.setAttribute("problem", "govbr.check.page.again");
    }
    return page(admin.get(), page);
  }

  private Optional<AuthResult> administrator() {
    return Optional.ofNullable(
        AuthenticationManager.authenticateIdentityCookie(session, home, true));
  }

  private LoginFormsProvider asked(String realm, String alias) {
    return session
        .getProvider(LoginFormsProvider.class)
        .setAttribute("asked", Optional.ofNullable(realm).orElseGet(this::ownRealm))
        .setAttribute(
            "alias", Optional.ofNullable(alias).orElse(GovBrIdentityProviderFactory.PROVIDER_ID));
  }

  /** Who administers from the master realm looks at another one. */
  private String ownRealm() {
    return RealmManager.isAdministrationRealm(home) ? "" : home.getName();
  }

  private boolean isOwn(String checker) {
    String own = (String) session.getAttribute(STATE_CHECKER);
    return own != null
        && checker != null
        && MessageDigest.isEqual(
            own.getBytes(StandardCharsets.UTF_8), checker.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty, too, when there is one that this administrator may not change: nobody learns of it. */
  private Optional<Report> report(AuthResult admin, String realmName, String alias) {
    if (realmName == null || alias == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(session.realms().getRealmByName(realmName))
        .filter(realm -> mayChange(admin, realm))
        .flatMap(realm -> inRealm(realm, alias));
  }

  /** As the console would be allowed to, for which the person has signed in. */
  private boolean mayChange(AuthResult admin, RealmModel realm) {
    boolean administers = RealmManager.isAdministrationRealm(home) || realm.equals(home);
    ClientModel console = home.getClientByClientId(Constants.ADMIN_CONSOLE_CLIENT_ID);
    return administers
        && console != null
        && AdminPermissions.evaluator(
                session, realm, new AdminAuth(home, admin.token(), admin.user(), console))
            .realm()
            .canManageIdentityProviders();
  }

  private Optional<Report> inRealm(RealmModel realm, String alias) {
    session.getContext().setRealm(realm);
    try {
      return new ConfigurationCheck(session, realm).of(alias);
    } finally {
      session.getContext().setRealm(home);
    }
  }

  private static void show(LoginFormsProvider page, Report report, Texts texts) {
    List<Line> lines =
        report.findings().stream()
            .map(
                finding ->
                    new Line(
                        finding.verdict().word(),
                        texts.sentence(finding),
                        texts.remedy(finding).orElse("")))
            .toList();
    List<Address> addresses =
        report.addresses().stream()
            .map(
                line ->
                    new Address(
                        texts.text("govbr.check.endereco." + line.field(), List.of()),
                        line.address()))
            .toList();
    page.setAttribute("verdict", report.verdict().word())
        .setAttribute("lines", lines)
        .setAttribute("addresses", addresses);
  }

  private Response page(AuthResult admin, LoginFormsProvider page) {
    page.setUser(admin.user())
        .setAttribute("checker", String.valueOf(session.getAttribute(STATE_CHECKER)));
    return notKept(page.createForm(TEMPLATE));
  }

  private Response notSignedIn() {
    LoginFormsProvider page =
        session.getProvider(LoginFormsProvider.class).setStatus(Response.Status.UNAUTHORIZED);
    URI admin = session.getContext().getUri(UrlType.ADMIN).getBaseUri();
    // Anybody may come here: where the console has an address of its own, it may be a secret.
    if (admin.equals(session.getContext().getUri(UrlType.FRONTEND).getBaseUri())) {
      page.setAttribute("console", admin + "admin/" + home.getName() + "/console/");
    }
    return notKept(page.createForm(TEMPLATE));
  }

  private static Response notKept(Response page) {
    return Response.fromResponse(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
