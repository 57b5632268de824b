/**
 * Behaviour on demand: what the simulated gov.br can be told to do wrong, where, for whom and how
 * often. The code that misbehaves lives where it acts and asks {@link
 * io.github.govbrkeycloak.simulator.behaviour.Behaviours#take} whether it is its turn.
 */
package io.github.govbrkeycloak.simulator.behaviour;
