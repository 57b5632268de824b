/**
 * What a login through Keycloak costs: {@link
 * io.github.govbrkeycloak.benchmarks.login.LoginBenchmark} starts a {@link
 * io.github.govbrkeycloak.benchmarks.login.TestBed} and lets each {@link
 * io.github.govbrkeycloak.benchmarks.login.Experiment} sign people in by different {@link
 * io.github.govbrkeycloak.benchmarks.login.Way}s in turn.
 */
package io.github.govbrkeycloak.benchmarks.login;
