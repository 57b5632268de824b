package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.logout.LogoutAtGovBr;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/**
 * Looks whether an identity provider of the realm can work as it is configured.
 *
 * @param session of the request, whose realm is that of the identity provider
 * @param realm of the identity provider
 */
record ConfigurationCheck(KeycloakSession session, RealmModel realm) {

  /**
   * Looks.
   *
   * @return empty when the realm has no identity provider for gov.br of that alias
   */
  Optional<Report> of(String alias) {
    return Optional.ofNullable(session.identityProviders().getByAlias(alias))
        .filter(model -> GovBrIdentityProviderFactory.PROVIDER_ID.equals(model.getProviderId()))
        .map(this::report);
  }

  private Report report(IdentityProviderModel model) {
    GovBrConfig config = new GovBrConfig(model);
    URI keycloak = session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
    RegisteredAddresses addresses = RegisteredAddresses.of(session, realm, config, keycloak);
    RealmCheck inRealm = new RealmCheck(session, realm, config);
    List<Finding> findings = new ArrayList<>();
    findings.add(inRealm.provider());
    Finding transport = TransportCheck.of(config, keycloak, realm.getSslRequired());
    // The real gov.br is not asked, and gets no credential, before this server is fit for it.
    if (transport.verdict() != Verdict.RED) {
      findings.addAll(atGovBr(model, config, addresses));
    }
    findings.add(transport);
    findings.add(addresses.finding());
    findings.add(inRealm.firstLogin());
    findings.add(inRealm.claims());
    findings.add(inRealm.levels());
    findings.add(inRealm.words());
    findings.add(inRealm.steps());
    return new Report(config.getAlias(), List.copyOf(findings), addresses.lines());
  }

  private List<Finding> atGovBr(
      IdentityProviderModel model, GovBrConfig config, RegisteredAddresses addresses) {
    SecretsCheck secrets = new SecretsCheck(session, config);
    Optional<Finding> noCredential = secrets.credential();
    GovBrIdentityProviderFactory factory = GovBrIdentityProviderFactory.of(session);
    Probes probes =
        Probes.make(
            session,
            factory.calls(),
            factory.create(session, model),
            config,
            LogoutAtGovBr.address(config, addresses.logout()),
            noCredential.isEmpty());
    CredentialCheck credential = new CredentialCheck(config.getClientId(), config.scopes());
    List<Finding> findings = new ArrayList<>();
    findings.add(DiscoveryCheck.of(config).of(probes.discovery()));
    findings.add(KeysCheck.of(probes.keys()));
    findings.add(noCredential.orElseGet(() -> credential.credential(probes.token().orElseThrow())));
    findings.add(credential.scopes(probes.token()));
    findings.add(
        new ClockCheck(Duration.ofSeconds(config.getAllowedClockSkew())).of(probes.ahead()));
    findings.add(
        probes.logout().value().isPresent()
            ? Finding.green(Item.SAIDA)
            : Finding.red(Item.SAIDA, "sem-resposta", probes.logout().outcome().word()));
    if (secrets.lacksPseudonymKey()) {
      findings.add(Finding.red(Item.PSEUDONIMO, "sem-chave"));
    }
    if (secrets.lacksPasswordSecret()) {
      findings.add(Finding.red(Item.SENHA, "sem-segredo"));
    }
    return findings;
  }
}
