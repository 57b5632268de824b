package io.github.govbrkeycloak.simulator.junit;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the example in the README tests: the least that signs people in with gov.br. */
final class MyApplication {

  static final String CALLBACK = "http://localhost:9000/volta";

  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final String VERIFIER = "verificador-com-ao-menos-quarenta-e-tres-caracteres";
  private static final String CHALLENGE = "nUn6nIpTVYSdo7ZW_ZW-pOCaCmWwyesSivC39M_Dtt4";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String govbr;

  MyApplication(String govbr) {
    this.govbr = govbr;
  }

  URI startLogin() {
    return URI.create(
        govbr
            + "/authorize?response_type=code&client_id=meu.orgao.exemplo.gov.br&scope=openid+profile"
            + ("&redirect_uri=" + CALLBACK + "&state=" + UUID.randomUUID())
            + ("&nonce=" + UUID.randomUUID() + "&code_challenge=" + CHALLENGE)
            + "&code_challenge_method=S256");
  }

  String finishLogin(URI callback) {
    try {
      HttpResponse<String> tokens = http.send(tokenRequest(callback), BodyHandlers.ofString());
      return tokens.statusCode() == 200
          ? "Olá, " + nameIn(tokens.body()) + "!"
          : "O gov.br não respondeu. Tente de novo em alguns minutos.";
    } catch (IOException e) {
      return "O gov.br não respondeu. Tente de novo em alguns minutos.";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest tokenRequest(URI callback) {
    Matcher code = CODE.matcher(callback.toString());
    String form =
        "grant_type=authorization_code&redirect_uri="
            + URLEncoder.encode(CALLBACK, StandardCharsets.UTF_8)
            + ("&code_verifier=" + VERIFIER + "&code=" + (code.find() ? code.group(1) : ""));
    String credential =
        Base64.getEncoder()
            .encodeToString(
                "meu.orgao.exemplo.gov.br:segredo-de-teste".getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(govbr + "/token"))
        .header("Authorization", "Basic " + credential)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  private static String nameIn(String tokens) {
    try {
      String idToken = JSONObjectUtils.getString(JSONObjectUtils.parse(tokens), "id_token");
      return SignedJWT.parse(idToken).getJWTClaimsSet().getStringClaim("name");
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
