package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.login.LoginAddress;
import java.util.List;

/** The addresses of the single sign-on. */
final class SsoEndpoints {

  static final Endpoint DISCOVERY = new Endpoint("descoberta", "/.well-known/openid-configuration");
  static final Endpoint AUTHORIZE = new Endpoint("authorize", "/authorize");
  static final Endpoint LOGIN = new Endpoint("login", LoginAddress.PATH);
  static final Endpoint TOKEN = new Endpoint("token", "/token");
  static final Endpoint JWK = new Endpoint("jwk", "/jwk");
  static final Endpoint USERINFO = new Endpoint("userinfo", "/userinfo");
  static final Endpoint PICTURE = new Endpoint("picture", "/userinfo/picture");
  static final Endpoint LOGOUT = new Endpoint("logout", "/logout");

  static final List<Endpoint> ALL =
      List.of(DISCOVERY, AUTHORIZE, LOGIN, TOKEN, JWK, USERINFO, PICTURE, LOGOUT);

  private SsoEndpoints() {}
}
