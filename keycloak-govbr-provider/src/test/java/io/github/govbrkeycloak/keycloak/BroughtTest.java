package io.github.govbrkeycloak.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import io.github.govbrkeycloak.keycloak.session.StoreOfRequest;
import io.github.govbrkeycloak.model.Cnpj;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.representations.AccessTokenResponse;

@DisplayName("What a login brings")
class BroughtTest {

  private static final List<LinkedCompany> COMPANIES =
      List.of(new LinkedCompany(Cnpj.of("12ABC34501DE35"), Optional.of("Padaria")));

  private final StoreOfRequest requests = new StoreOfRequest();
  private final BrokeredIdentityContext login = login();

  private static BrokeredIdentityContext login() {
    IdentityProviderModel provider = new IdentityProviderModel();
    provider.setAlias("govbr");
    provider.setEnabled(true);
    return new BrokeredIdentityContext("52998224725", provider);
  }

  private void bring(long expiresIn, boolean keepsToken) {
    bring(expiresIn, COMPANIES, false, keepsToken);
  }

  private void bring(
      long expiresIn, List<LinkedCompany> companies, boolean mayComeToStep, boolean keepsToken) {
    AccessTokenResponse answer = new AccessTokenResponse();
    answer.setToken("the-token");
    answer.setExpiresIn(expiresIn);
    new Brought(answer, Optional.of(companies), mayComeToStep, keepsToken).goWith(login);
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
  void leaves_a_list_of_thousands_to_whoever_looks_at_it() {
    bring(3_599, Collections.nCopies(2_001, COMPANIES.get(0)), false, true);
    assertThat(requests.kept()).as("the token alone").hasSize(1);

    bring(3_599, Collections.nCopies(2_000, COMPANIES.get(0)), false, true);
    assertThat(requests.kept()).as("two tokens and the shorter list").hasSize(3);
  }

  @Test
  void keeps_a_list_of_thousands_for_a_step_that_may_show_it() {
    bring(3_599, Collections.nCopies(2_001, COMPANIES.get(0)), true, false);
    assertThat(requests.kept()).hasSize(2);
  }

  @Test
  void leaves_no_list_of_companies_where_no_token_is_kept_to_look_it_up() {
    bring(0, true);

    assertThat(key()).isEqualTo(KeptToken.NONE);
    assertThat(requests.kept()).isEmpty();
  }
}
