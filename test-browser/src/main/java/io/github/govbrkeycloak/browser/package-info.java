/** A real browser for tests, and what every page must prove in it. */
package io.github.govbrkeycloak.browser;
