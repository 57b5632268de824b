package io.github.govbrkeycloak.simulator.junit;

import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.SimulatorOptions;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the simulator when the first test of a class asks for it; JUnit's store stops it. */
final class GovBrSimuladoExtension implements BeforeEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(GovBrSimuladoExtension.class);

  GovBrSimuladoExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!ChangingTestsRunAlone.changes(context.getRequiredTestMethod())) {
      return;
    }
    context.getStore(NAMESPACE).put(BeforeTheTest.class, BeforeTheTest.at(simulator(context)));
    for (Comporta wanted :
        AnnotationSupport.findRepeatableAnnotations(
            context.getRequiredTestMethod(), Comporta.class)) {
      faults(context).ligar(wanted.value(), activation(wanted));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == GovBrSimulator.class
        || (type == Persona.class && parameter.isAnnotated(Cidadao.class))
        || (type == Comportamentos.class && isOfTheTestItself(parameter, context));
  }

  /** Lifecycle methods come before every test, also before those that do not run alone. */
  private static boolean isOfTheTestItself(ParameterContext parameter, ExtensionContext context) {
    return context
        .getTestMethod()
        .filter(test -> test.equals(parameter.getDeclaringExecutable()))
        .isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == Comportamentos.class) {
      return faults(context);
    }
    GovBrSimulator simulator = simulator(context);
    return type == GovBrSimulator.class ? simulator : persona(simulator, parameter);
  }

  private static Persona persona(GovBrSimulator simulator, ParameterContext parameter) {
    String id = parameter.findAnnotation(Cidadao.class).orElseThrow().value();
    return simulator.personas().stream()
        .filter(persona -> persona.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterResolutionException(
                    "no fictional citizen is called \""
                        + id
                        + "\"; there are "
                        + simulator.personas().stream()
                            .map(Persona::id)
                            .collect(Collectors.joining(", "))));
  }

  /** Those of this test; {@link BeforeTheTest} ends them. */
  private static Comportamentos faults(ExtensionContext context) {
    Store ofThisTest = context.getStore(NAMESPACE);
    return ofThisTest.computeIfAbsent(
        Comportamentos.class,
        absent -> new Comportamentos(simulator(context).behaviours()),
        Comportamentos.class);
  }

  /** That of the class where {@link GovBrSimulado} stands; closed with that class's store. */
  private static GovBrSimulator simulator(ExtensionContext context) {
    ExtensionContext ofClass = context;
    while (ofClass.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
      ofClass = ofClass.getParent().get();
    }
    Class<?> testClass = ofClass.getRequiredTestClass();
    return ofClass
        .getStore(NAMESPACE)
        .computeIfAbsent(
            GovBrSimulator.class, absent -> start(annotation(testClass)), GovBrSimulator.class);
  }

  private static GovBrSimulado annotation(Class<?> testClass) {
    return AnnotationSupport.findAnnotation(testClass, GovBrSimulado.class).orElseThrow();
  }

  private static GovBrSimulator start(GovBrSimulado wanted) {
    SimulatorOptions options = SimulatorOptions.onFreePort();
    for (String pair : wanted.ajustes()) {
      String[] sides = pair.split("=", 2);
      options = options.with(Settings.parse(sides[0], sides.length == 2 ? sides[1] : ""));
    }
    return GovBrSimulator.start(
        wanted.dados().isEmpty() ? options : options.withDataDirectory(Path.of(wanted.dados())));
  }

  private static Activation activation(Comporta wanted) {
    Activation activation = Activation.always();
    if (!wanted.endpoint().isEmpty()) {
      activation = activation.at(wanted.endpoint());
    }
    if (!wanted.persona().isEmpty()) {
      activation = activation.forPersona(wanted.persona());
    }
    if (wanted.vezes() > 0) {
      activation = activation.times(wanted.vezes());
    }
    for (String pair : wanted.parametros()) {
      String[] sides = pair.split("=", 2);
      activation = activation.with(sides[0], value(sides.length == 2 ? sides[1] : ""));
    }
    return activation;
  }

  /** Annotations know no mixed values: digits are a number, the rest is text. */
  private static Object value(String text) {
    return text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
  }
}
