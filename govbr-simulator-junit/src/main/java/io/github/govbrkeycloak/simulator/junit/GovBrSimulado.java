package io.github.govbrkeycloak.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs one simulated gov.br for the tests of a class, on a free port. Tests and lifecycle methods
 * may take these parameters:
 *
 * <ul>
 *   <li>{@link io.github.govbrkeycloak.simulator.GovBrSimulator}: the simulator, its address and
 *       its registered services;
 *   <li>{@link io.github.govbrkeycloak.simulator.fixtures.Persona} with {@link Cidadao}: a
 *       fictional citizen;
 *   <li>{@link Comportamentos} (tests only): what it does wrong during this test.
 * </ul>
 *
 * <p>Tests that run in parallel share the simulator as readers; one that changes it ({@link
 * Comporta}, {@link Comportamentos}, {@link AlteraGovBr}) runs alone among the tests of its class,
 * and behaviours, settings and clock are afterwards as they were before it. Anything else, such as
 * sessions or the registered services, lasts as long as the class. Classes do not disturb each
 * other: each has its own simulator.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(GovBrSimuladoExtension.class)
@ResourceLock(providers = ChangingTestsRunAlone.class)
public @interface GovBrSimulado {

  /**
   * Which sides to take where gov.br's documents disagree, as in {@code "pkce=opcional"}; the
   * newest document for the rest.
   */
  String[] ajustes() default {};

  /** A directory of one's own fixtures; the bundled ones if empty. */
  String dados() default "";
}
