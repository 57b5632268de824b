package io.github.govbrkeycloak.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the fictional citizen that a parameter is to be. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Cidadao {

  /** Short name of the citizen, such as {@code ouro-otp}. */
  String value();
}
