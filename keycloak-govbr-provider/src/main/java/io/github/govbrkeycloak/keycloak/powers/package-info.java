/** Powers of attorney: what gov.br tells of them, and that their use is recorded there. */
package io.github.govbrkeycloak.keycloak.powers;
