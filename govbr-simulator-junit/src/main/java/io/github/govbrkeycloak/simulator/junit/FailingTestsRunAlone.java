package io.github.govbrkeycloak.simulator.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Keeps a test that makes the simulator fail from failing its neighbours: those of the same
 * outermost class, which share the simulator. Other classes have one of their own.
 */
final class FailingTestsRunAlone implements ResourceLocksProvider {

  FailingTestsRunAlone() {}

  @Override
  public Set<Lock> provideForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    Class<?> outermost =
        enclosingInstanceTypes.isEmpty() ? testClass : enclosingInstanceTypes.get(0);
    boolean fails =
        testMethod.isAnnotationPresent(Comporta.class)
            || testMethod.isAnnotationPresent(Comporta.Varios.class)
            || Arrays.asList(testMethod.getParameterTypes()).contains(Comportamentos.class);
    return Set.of(
        new Lock(
            "simulator of " + outermost.getName(),
            fails ? ResourceAccessMode.READ_WRITE : ResourceAccessMode.READ));
  }
}
