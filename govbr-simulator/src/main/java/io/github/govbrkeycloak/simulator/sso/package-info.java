/** gov.br's single sign-on: discovery, authorize, login pages, tokens, userinfo, logout. */
package io.github.govbrkeycloak.simulator.sso;
