package io.github.govbrkeycloak.keycloak.powers;

import java.time.Instant;

/**
 * That an agent used a service on somebody's behalf.
 *
 * @param powerId which power allowed it
 * @param service number of the service at gov.br
 * @param at when
 */
public record PowerUse(String powerId, int service, Instant at) {}
