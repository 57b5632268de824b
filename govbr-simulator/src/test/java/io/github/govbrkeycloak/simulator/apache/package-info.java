/** The guide for Apache, followed with Debian's Apache and the runnable jar. */
package io.github.govbrkeycloak.simulator.apache;
