package io.github.govbrkeycloak.simulator.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Keeps a test that makes the simulator fail from failing its neighbours. */
final class FailingTestsRunAlone implements ResourceLocksProvider {

  private static final String SIMULATOR = "io.github.govbrkeycloak.simulator";

  FailingTestsRunAlone() {}

  @Override
  public Set<Lock> provideForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    boolean fails =
        testMethod.isAnnotationPresent(Comporta.class)
            || testMethod.isAnnotationPresent(Comporta.Varios.class)
            || Arrays.asList(testMethod.getParameterTypes()).contains(Comportamentos.class);
    return Set.of(
        new Lock(SIMULATOR, fails ? ResourceAccessMode.READ_WRITE : ResourceAccessMode.READ));
  }
}
