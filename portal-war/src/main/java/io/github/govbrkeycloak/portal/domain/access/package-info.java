/** The append-only log of who opened which page when. */
package io.github.govbrkeycloak.portal.domain.access;
