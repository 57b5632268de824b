package io.github.govbrkeycloak.keycloak.facts;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.Call;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.identity.ExtraFacts;
import io.github.govbrkeycloak.keycloak.identity.GovBrIdentity;
import io.github.govbrkeycloak.keycloak.identity.HeldCategoria;
import io.github.govbrkeycloak.keycloak.identity.HeldSelo;
import io.github.govbrkeycloak.keycloak.identity.IdentityReader;
import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.identity.Participation;
import io.github.govbrkeycloak.keycloak.identity.Reliability;
import io.github.govbrkeycloak.keycloak.identity.UsedCertificate;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.token.AccessToken;
import io.github.govbrkeycloak.keycloak.token.AgentToken;
import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jboss.logging.Logger;
import org.keycloak.jose.jws.JWSInput;

/**
 * Asks gov.br for all that a login needs beyond the ID token: at the same time, under one deadline.
 * What does not come is unknown, and the login goes on without.
 */
public final class FactGathering {

  private static final Logger LOG = Logger.getLogger(FactGathering.class);

  private final GovBrCalls calls;
  private final CloseableHttpClient client;
  private final GovBrConfig config;
  private final Predicate<JWSInput> isSigned;

  /**
   * @param isSigned whether gov.br signed a token
   */
  public FactGathering(
      GovBrCalls calls,
      CloseableHttpClient client,
      GovBrConfig config,
      Predicate<JWSInput> isSigned) {
    this.calls = calls;
    this.client = client;
    this.config = config;
    this.isSigned = isSigned;
  }

  /**
   * Who signed in.
   *
   * @param idToken the verified ID token
   * @param accessToken what the APIs are asked with
   * @param needed the facts that something needs
   * @param now this moment, by Keycloak's clock
   * @throws LoginRefusedException when gov.br speaks of somebody else
   */
  public GovBrIdentity identity(
      Claims idToken, AccessToken accessToken, Set<Fact> needed, Instant now) {
    Subject subject = Subject.of(idToken, config.endpoints().hasFreeSubject()).orElseThrow();
    boolean hasApis = config.endpoints().hasGovBrApis() && subject.cpf().isPresent();
    FactPlan plan =
        FactPlan.of(
            idToken,
            hasApis ? needed : Set.of(),
            hasApis ? config.scopes() : Set.of(),
            config.asksUserInfo(idToken.text("name").isEmpty()));
    plan.withoutScope()
        .forEach(
            fact ->
                LOG.warnf(
                    "GOVBR-513 %s is needed, but scope %s is not asked for: alias=%s",
                    fact.word(), fact.scope(), config.getAlias()));
    return new Login(plan, new GovBrApi(config, subject, accessToken.value()))
        .read(idToken, represented(idToken, accessToken, now));
  }

  private Optional<Cpf> represented(Claims idToken, AccessToken accessToken, Instant now) {
    Optional<AgentToken> agent = AgentToken.of(accessToken);
    Duration clockSkew = Duration.ofSeconds(config.getAllowedClockSkew());
    Optional<Cpf> represented =
        agent.flatMap(
            token -> token.represented(idToken, config.getClientId(), isSigned, now, clockSkew));
    if (agent.isPresent() && represented.isEmpty()) {
      LOG.warnf(
          "GOVBR-514 an agent's token is not to be believed: nobody is represented, alias=%s",
          config.getAlias());
    }
    return represented;
  }

  /** The calls of one login: all are sent when it is made. */
  private final class Login {

    private final Instant deadline =
        Instant.now().plus(config.facts().deadline().orElse(calls.extrasDeadline()));
    private final FactPlan plan;
    private final GovBrApi api;
    private final Optional<Call<Claims>> userInfo;
    private final Optional<Call<Nivel>> nivel;
    private final Optional<Call<List<HeldSelo>>> selos;
    private final Optional<Call<List<HeldCategoria>>> categorias;
    private final Optional<Call<UsedCertificate>> certificado;
    private final Optional<Call<List<LinkedCompany>>> empresas;

    Login(FactPlan plan, GovBrApi api) {
      this.plan = plan;
      this.api = api;
      userInfo = ask(Api.USERINFO, api::userInfo);
      nivel = ask(Api.NIVEIS, api::nivel);
      selos = ask(Api.CONFIABILIDADES, api::selos);
      categorias = ask(Api.CATEGORIAS, api::categorias);
      certificado = ask(Api.CERTIFICADO, api::certificado);
      empresas = ask(Api.EMPRESAS, () -> api.companies().companies());
    }

    private <T> Optional<Call<T>> ask(Api asked, Supplier<Request<T>> request) {
      return plan.calls().contains(asked)
          ? Optional.of(calls.ask(config.getInternalId(), client, request.get()))
          : Optional.empty();
    }

    GovBrIdentity read(Claims idToken, Optional<Cpf> represented) {
      Optional<Call<Participation>> participation =
          IdentityReader.company(idToken)
              .flatMap(
                  company -> ask(Api.PARTICIPANTES, () -> api.companies().participation(company)));
      ExtraFacts extras =
          new ExtraFacts(
              value(Api.CATEGORIAS, categorias),
              value(Api.CERTIFICADO, certificado),
              value(Api.EMPRESAS, empresas),
              represented);
      Optional<String> role = value(Api.PARTICIPANTES, participation).flatMap(Participation::role);
      Reliability reliability =
          plan.calls().contains(Api.NIVEIS)
              ? new Reliability(
                  value(Api.NIVEIS, nivel), value(Api.CONFIABILIDADES, selos).orElse(List.of()))
              : IdentityReader.reliability(idToken);
      // The last, because it may end the login: until here every call has ended.
      return IdentityReader.read(api.subject(), idToken, userInfo(), reliability, role, extras);
    }

    private Claims userInfo() {
      Optional<Result<Claims>> told = userInfo.map(call -> call.await(deadline));
      if (told.filter(result -> result.outcome() == Outcome.OTHER_PERSON).isPresent()) {
        throw new LoginRefusedException(Reason.USERINFO_OTHER_PERSON);
      }
      return value(Api.USERINFO, userInfo).orElse(new Claims(Map.of()));
    }

    private <T> Optional<T> value(Api asked, Optional<Call<T>> call) {
      return call.map(sent -> sent.await(deadline))
          .flatMap(
              result -> {
                tell(asked, result.outcome());
                return result.value();
              });
    }
  }

  private static void tell(Api api, Outcome outcome) {
    switch (outcome) {
      case OK, NOT_FOUND -> {}
      // The circuit said so when it opened.
      case CIRCUIT_OPEN -> LOG.debugf("%s gov.br's %s is left alone", code(api), api.word());
      default ->
          LOG.warnf(
              "%s gov.br's %s gave no answer (%s): the login goes on without",
              code(api), api.word(), outcome.word());
    }
  }

  private static String code(Api api) {
    return switch (api) {
      case NIVEIS, CONFIABILIDADES -> "GOVBR-502";
      case USERINFO -> "GOVBR-503";
      default -> "GOVBR-512";
    };
  }
}
