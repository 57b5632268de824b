/** Browsers, who is signed in there, and the logins under way. */
package io.github.govbrkeycloak.simulator.login;
