package io.github.govbrkeycloak.portal.interfaces.web.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address at Keycloak to which the container sends a person who has to sign in. The container
 * copies some parameters of the page's own address into it ({@code prompt}, {@code scope}…) and
 * drops all others; here it is the other way round: nothing that a link could smuggle in, and the
 * portal's own parameters.
 */
final class AuthorizationAddress {

  private static final String ENDPOINT = "/protocol/openid-connect/auth?";

  /** What the container itself makes, and the protocol needs. */
  private static final Set<String> OF_THE_PROTOCOL =
      Set.of(
          "response_type",
          "client_id",
          "redirect_uri",
          "state",
          "nonce",
          "code_challenge",
          "code_challenge_method");

  private AuthorizationAddress() {}

  /** Whether a redirect leads to Keycloak's login. */
  static boolean matches(String location) {
    return location != null && location.contains(ENDPOINT);
  }

  /**
   * @param location the container's address
   * @param parameters the portal's own parameters
   */
  static String with(String location, Map<String, String> parameters) {
    int query = location.indexOf('?');
    Stream<String> kept =
        Arrays.stream(location.substring(query + 1).split("&"))
            .filter(part -> OF_THE_PROTOCOL.contains(part.split("=", 2)[0]));
    Stream<String> added =
        parameters.entrySet().stream().map(part -> part.getKey() + "=" + encoded(part.getValue()));
    return location.substring(0, query + 1)
        + Stream.of(kept, Stream.of("scope=openid"), added)
            .flatMap(parts -> parts)
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
