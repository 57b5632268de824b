/** The signed-in person and the facts gov.br states about their account. */
package io.github.govbrkeycloak.portal.domain.citizen;
