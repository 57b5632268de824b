package io.github.govbrkeycloak.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs the complete system, which starts once per run and stops at its end.
 *
 * <p>Test methods may take as parameters: {@link
 * io.github.govbrkeycloak.acceptance.system.RunningSystem}, {@link
 * io.github.govbrkeycloak.acceptance.system.GovBr}, {@link
 * io.github.govbrkeycloak.acceptance.system.KeycloakAdmin}, {@link
 * io.github.govbrkeycloak.acceptance.citizen.Citizen} (a person at a browser of their own, closed
 * after the test) and {@link io.github.govbrkeycloak.acceptance.application.SecondApplication}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CompleteSystemExtension.class)
public @interface CompleteSystem {}
