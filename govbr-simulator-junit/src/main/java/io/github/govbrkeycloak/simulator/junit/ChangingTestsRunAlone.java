package io.github.govbrkeycloak.simulator.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Keeps a test that changes the simulator or makes it fail from disturbing its neighbours: those of
 * the same outermost class, which share the simulator. Other classes have one of their own.
 */
final class ChangingTestsRunAlone implements ResourceLocksProvider {

  ChangingTestsRunAlone() {}

  @Override
  public Set<Lock> provideForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    Class<?> outermost =
        enclosingInstanceTypes.isEmpty() ? testClass : enclosingInstanceTypes.get(0);
    return Set.of(
        new Lock(
            "simulator of " + outermost.getName(),
            changes(testMethod) ? ResourceAccessMode.READ_WRITE : ResourceAccessMode.READ));
  }

  /** Whether this test says that it changes what the simulator does. */
  static boolean changes(Method testMethod) {
    return AnnotationSupport.isAnnotated(testMethod, AlteraGovBr.class)
        || !AnnotationSupport.findRepeatableAnnotations(testMethod, Comporta.class).isEmpty()
        || Arrays.asList(testMethod.getParameterTypes()).contains(Comportamentos.class);
  }
}
