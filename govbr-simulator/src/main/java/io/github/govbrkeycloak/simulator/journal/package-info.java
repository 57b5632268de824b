/** What the journal keeps of a call: what was sent, without secrets, and where it led. */
package io.github.govbrkeycloak.simulator.journal;
