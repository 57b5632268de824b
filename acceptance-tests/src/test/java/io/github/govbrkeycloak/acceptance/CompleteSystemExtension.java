package io.github.govbrkeycloak.acceptance;

import io.github.govbrkeycloak.acceptance.application.SecondApplication;
import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.browser.PrivateWindow;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the parts of the complete system that they ask for; see {@link CompleteSystem}. */
final class CompleteSystemExtension
    implements ParameterResolver, BeforeEachCallback, AfterTestExecutionCallback {

  private static final Namespace NAMESPACE = Namespace.create(CompleteSystemExtension.class);

  private static final Map<Class<?>, Function<ExtensionContext, Object>> PARTS =
      Map.of(
          RunningSystem.class, context -> RunningSystem.get(),
          GovBr.class, context -> RunningSystem.get().govBr(),
          KeycloakAdmin.class, context -> RunningSystem.get().keycloakAdmin(),
          SecondApplication.class, CompleteSystemExtension::secondApplication);

  /** Every test meets a gov.br that knows nobody's browser, whatever the test before left there. */
  @Override
  public void beforeEach(ExtensionContext context) {
    GovBr govBr = RunningSystem.get().govBr();
    govBr.behaveNormally();
    govBr.forgetEverybody();
  }

  /** A picture of what each citizen of a failed test saw last, in {@code target/failures}. */
  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      return;
    }
    Path folder = Path.of("target", "failures", context.getRequiredTestClass().getSimpleName());
    String name = context.getDisplayName().replaceAll("[^\\p{Alnum}-]+", "_");
    citizens(context).forEach(citizen -> citizen.photograph(folder.resolve(name + ".png")));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Citizen.class || PARTS.containsKey(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Citizen.class
        ? newCitizen(parameter.getIndex(), context)
        : PARTS.get(type).apply(context);
  }

  private static SecondApplication secondApplication(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            SecondApplication.class,
            key -> SecondApplication.register(RunningSystem.get()),
            SecondApplication.class);
  }

  private static Citizen newCitizen(int position, ExtensionContext context) {
    RunningSystem system = RunningSystem.get();
    Citizen citizen = new Citizen(system, PrivateWindow.open(system.chromium()));
    context.getStore(NAMESPACE).put("citizen " + position, citizen);
    return citizen;
  }

  private static Stream<Citizen> citizens(ExtensionContext context) {
    Store store = context.getStore(NAMESPACE);
    return IntStream.range(0, context.getRequiredTestMethod().getParameterCount())
        .mapToObj(position -> store.get("citizen " + position, Citizen.class))
        .filter(Objects::nonNull);
  }
}
