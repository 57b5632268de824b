package io.github.govbrkeycloak.benchmarks.login;

import static io.github.govbrkeycloak.benchmarks.Application.require;

import io.github.govbrkeycloak.benchmarks.Application;
import io.github.govbrkeycloak.benchmarks.Scenario;
import io.github.govbrkeycloak.benchmarks.Visitor;
import io.github.govbrkeycloak.model.Cpf;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Somebody signs in to an application through Keycloak and gov.br, in a browser that nobody has
 * used. The application verifies its ID token and finds in it who that is.
 */
public final class BrokeredLogin implements Scenario {

  private static final String PERSON = "button[name=persona]";
  private static final String CONSENT = "#authorize";

  private final HttpClient http;
  private final Application application;
  private final Way way;
  private final Supplier<Cpf> people;
  private final AtomicInteger longestAccessToken = new AtomicInteger();

  BrokeredLogin(HttpClient http, Application application, Way way, Supplier<Cpf> people) {
    this.http = http;
    this.application = application;
    this.way = way;
    this.people = people;
  }

  @Override
  public void run() throws IOException, InterruptedException {
    Cpf person = people.get();
    Application.Begun login = application.begin();
    Visitor visitor = new Visitor(http, application.redirectUri());
    visitor.open(application.address(login, Map.of("kc_idp_hint", way.alias())));
    visitor.send(PERSON, Map.of("persona", person.digits()));
    if (!isBack(visitor) && visitor.sees(CONSENT)) {
      visitor.send(CONSENT, Map.of("operation", "authorize"));
    }
    require(isBack(visitor), "it ended at " + visitor.address().getPath());
    Application.Tokens tokens = application.finish(login, visitor.address());
    verify(tokens.idToken(), person);
    longestAccessToken.accumulateAndGet(tokens.accessToken().length(), Math::max);
  }

  /** How long the longest access token was that came in the end. */
  int longestAccessToken() {
    return longestAccessToken.get();
  }

  private boolean isBack(Visitor visitor) {
    return visitor.address().toString().startsWith(application.redirectUri());
  }

  private void verify(Map<String, Object> idToken, Cpf person) {
    require(person.digits().equals(idToken.get(way.cpfClaim())), way.cpfClaim());
    for (String claim : way.requiredClaims()) {
      require(idToken.get(claim) != null, claim);
    }
  }
}
