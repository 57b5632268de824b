/**
 * What an administrator does with gov.br's facts: into attributes of the account, into roles and
 * groups. Decisions are plain Java; Keycloak's types stay in the mappers themselves.
 */
package io.github.govbrkeycloak.keycloak.mapper;
