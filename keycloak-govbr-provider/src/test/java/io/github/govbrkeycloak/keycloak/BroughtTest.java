package io.github.govbrkeycloak.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.identity.ExtraFacts;
import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import io.github.govbrkeycloak.keycloak.session.StoreOfRequest;
import io.github.govbrkeycloak.model.Cnpj;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.representations.AccessTokenResponse;

@DisplayName("What a login brings")
class BroughtTest {

  private static final ExtraFacts COMPANIES =
      new ExtraFacts(
          Optional.empty(),
          Optional.empty(),
          Optional.of(
              List.of(new LinkedCompany(Cnpj.of("12ABC34501DE35"), Optional.of("Padaria")))),
          Optional.empty());

  private final StoreOfRequest requests = new StoreOfRequest();
  private final BrokeredIdentityContext login = login();

  private static BrokeredIdentityContext login() {
    IdentityProviderModel provider = new IdentityProviderModel();
    provider.setAlias("govbr");
    provider.setEnabled(true);
    return new BrokeredIdentityContext("52998224725", provider);
  }

  private void bring(long expiresIn, boolean isTokenNeeded) {
    AccessTokenResponse answer = new AccessTokenResponse();
    answer.setToken("the-token");
    answer.setExpiresIn(expiresIn);
    new Brought(answer, COMPANIES, isTokenNeeded).goWith(login);
    Brought.keep(requests.session(), login);
  }

  private String key() {
    return (String) login.getContextData().get(KeptToken.NOTE);
  }

  @Test
  void is_kept_where_it_is_needed_and_dropped_together() {
    bring(3_599, true);
    assertThat(requests.kept()).hasSize(2);

    KeptToken.forget(requests.session(), key());
    assertThat(requests.kept()).isEmpty();
  }

  @Test
  void is_dropped_together_in_the_request_that_brought_it_too() {
    bring(3_599, true);

    KeptToken.forget(requests.session(), key());

    assertThat(requests.kept()).isEmpty();
  }

  @Test
  void is_not_kept_where_nobody_needs_it() {
    bring(3_599, false);

    assertThat(key()).isEqualTo(KeptToken.NONE);
    assertThat(requests.kept()).isEmpty();
  }

  @Test
  void leaves_no_list_of_companies_where_no_token_is_kept_to_look_it_up() {
    bring(0, true);

    assertThat(key()).isEqualTo(KeptToken.NONE);
    assertThat(requests.kept()).isEmpty();
  }
}
