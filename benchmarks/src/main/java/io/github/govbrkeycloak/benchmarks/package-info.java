/**
 * How fast servers sign people in: {@link io.github.govbrkeycloak.benchmarks.Load} runs a {@link
 * io.github.govbrkeycloak.benchmarks.Scenario} again and again against a {@link
 * io.github.govbrkeycloak.benchmarks.PinnedJar} on one core.
 */
package io.github.govbrkeycloak.benchmarks;
