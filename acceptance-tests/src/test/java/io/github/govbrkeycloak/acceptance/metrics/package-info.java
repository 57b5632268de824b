/**
 * What administrators watch: the dashboard, the alerts, and whether their queries find anything.
 */
package io.github.govbrkeycloak.acceptance.metrics;
