/** The steps that a person is sent through, and every way out of them. */
package io.github.govbrkeycloak.acceptance.steps;
