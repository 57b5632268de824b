/** A real directory for tests. */
package io.github.govbrkeycloak.acceptance.directory;
