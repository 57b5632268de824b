package io.github.govbrkeycloak.portal.interfaces.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorizationAddressTest {

  private static final String ENDPOINT =
      "http://localhost:8180/realms/orgao/protocol/openid-connect/auth?";

  @Test
  void the_containers_own_parameters_stay_and_the_portals_are_added() {
    String address =
        AuthorizationAddress.with(
            ENDPOINT + "response_type=code&client_id=portal&state=s&nonce=n&code_challenge=c",
            Map.of("kc_action", "govbr-nivel:ouro"));

    assertThat(address)
        .isEqualTo(
            ENDPOINT
                + "response_type=code&client_id=portal&state=s&nonce=n&code_challenge=c"
                + "&scope=openid&kc_action=govbr-nivel%3Aouro");
  }

  @Test
  void what_a_link_smuggled_in_is_dropped() {
    String address =
        AuthorizationAddress.with(
            ENDPOINT
                + "client_id=portal&prompt=none&scope=openid+offline_access&login_hint=x"
                + "&kc_idp_hint=outro&max_age=0&ui_locales=en",
            Map.of("kc_idp_hint", "govbr"));

    assertThat(address).isEqualTo(ENDPOINT + "client_id=portal&scope=openid&kc_idp_hint=govbr");
  }

  @Test
  void only_the_way_to_keycloaks_login_is_such_an_address() {
    assertThat(AuthorizationAddress.matches(ENDPOINT + "x=y")).isTrue();
    assertThat(AuthorizationAddress.matches("http://localhost:8080/portal/conta")).isFalse();
    assertThat(AuthorizationAddress.matches(null)).isFalse();
  }
}
