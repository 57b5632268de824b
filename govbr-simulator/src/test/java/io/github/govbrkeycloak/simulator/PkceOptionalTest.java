package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.settings.Choice;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A simulator that does not insist on PKCE")
class PkceOptionalTest {

  @RegisterExtension
  static final RunningSimulator RUNNING = new RunningSimulator(Choice.PKCE_OPTIONAL);

  @Test
  void lets_people_in_without_it() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.remove("code_challenge");
    request.remove("code_challenge_method");
    Map<String, String> form =
        RelyingParty.tokenParameters(RUNNING.service().code("ouro-otp", request));
    form.remove("code_verifier");

    assertThat(RUNNING.service().token(form, RelyingParty.CLIENT_ID, RelyingParty.SECRET).status())
        .isEqualTo(200);
  }

  @Test
  void still_checks_the_verifier_of_those_who_use_it() {
    Map<String, String> form = RelyingParty.tokenParameters(RUNNING.service().code("ouro-otp"));
    form.put("code_verifier", RelyingParty.VERIFIER + "x");

    assertThat(RUNNING.service().token(form, RelyingParty.CLIENT_ID, RelyingParty.SECRET).status())
        .isEqualTo(400);
  }
}
