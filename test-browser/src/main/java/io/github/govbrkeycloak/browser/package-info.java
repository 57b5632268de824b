/**
 * Browsers for tests, a real one and one for pages without scripts, and what every page must prove
 * in it.
 */
package io.github.govbrkeycloak.browser;
