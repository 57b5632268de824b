package io.github.govbrkeycloak.simulator.junit;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes the simulated gov.br do something wrong during one test. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Comporta.Varios.class)
public @interface Comporta {

  /** What it does. */
  Behaviour value();

  /** The only address it does it at, such as {@code token}; anywhere if empty. */
  String endpoint() default "";

  /** The only citizen it does it to, by short name; anybody if empty. */
  String persona() default "";

  /** How many times; 0 until the test ends. */
  int vezes() default 0;

  /** What else it needs, as in {@code "ms=3000"}. */
  String[] parametros() default {};

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Varios {

    /** All of them. */
    Comporta[] value();
  }
}
