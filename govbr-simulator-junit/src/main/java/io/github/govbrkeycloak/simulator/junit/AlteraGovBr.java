package io.github.govbrkeycloak.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a test changes the simulated gov.br by its {@link
 * io.github.govbrkeycloak.simulator.GovBrSimulator}: its settings, its clock, its behaviours. The
 * test runs alone among the tests of its class, and these three are afterwards as they were before
 * it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AlteraGovBr {}
