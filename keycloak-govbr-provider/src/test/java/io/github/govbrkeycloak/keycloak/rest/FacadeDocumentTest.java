package io.github.govbrkeycloak.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The facade's OpenAPI file")
class FacadeDocumentTest {

  private static final String ALIAS = "{alias}";

  private static JsonNode document() throws IOException {
    return new YAMLMapper()
        .readTree(java.nio.file.Path.of("..", "docs", "api", "fachada.yaml").toFile());
  }

  @Test
  void has_every_address_method_and_parameter_of_the_resource_classes_and_no_other()
      throws IOException {
    assertThat(described(document())).isEqualTo(implemented());
  }

  @Test
  void names_a_role_of_the_facade_for_every_operation() throws IOException {
    Set<String> roles =
        Arrays.stream(FacadePart.values()).map(FacadePart::role).collect(Collectors.toSet());

    assertThat(operations(document()))
        .allSatisfy(
            (operation, description) ->
                assertThat(description.at("/security/0/token/0").asText()).isIn(roles));
  }

  private static Map<String, JsonNode> operations(JsonNode document) {
    Map<String, JsonNode> operations = new TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                method.getValue())));
    return operations;
  }

  private static Map<String, Set<String>> described(JsonNode document) {
    Map<String, Set<String>> described = new TreeMap<>();
    operations(document)
        .forEach(
            (operation, description) -> {
              Set<String> parameters = new TreeSet<>();
              description
                  .path("parameters")
                  .forEach(parameter -> parameters.add(name(document, parameter)));
              described.put(operation, parameters);
            });
    return described;
  }

  private static String name(JsonNode document, JsonNode parameter) {
    JsonNode whole =
        parameter.has("$ref")
            ? document.at(parameter.path("$ref").asText().substring(1))
            : parameter;
    return whole.path("in").asText() + " " + whole.path("name").asText();
  }

  private static Map<String, Set<String>> implemented() {
    Map<String, Set<String>> implemented = new TreeMap<>();
    for (Method locator : FacadeResource.class.getMethods()) {
      path(locator)
          .ifPresent(
              path ->
                  Stream.of(locator.getReturnType().getMethods())
                      .filter(method -> verb(method).isPresent())
                      .forEach(
                          method ->
                              implemented.put(
                                  verb(method).get()
                                      + path.substring(ALIAS.length())
                                      + path(method).map(more -> "/" + more).orElse(""),
                                  parameters(method))));
    }
    return implemented;
  }

  private static Optional<String> path(AnnotatedElement element) {
    return Optional.ofNullable(element.getAnnotation(Path.class)).map(Path::value);
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(verb -> verb.value() + " ")
        .findFirst();
  }

  private static Set<String> parameters(Method method) {
    return Stream.of(method.getParameters())
        .map(FacadeDocumentTest::parameter)
        .flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<String> parameter(Parameter parameter) {
    return Stream.of(
            Optional.ofNullable(parameter.getAnnotation(QueryParam.class))
                .map(query -> "query " + query.value()),
            Optional.ofNullable(parameter.getAnnotation(PathParam.class))
                .map(path -> "path " + path.value()),
            Optional.ofNullable(parameter.getAnnotation(HeaderParam.class))
                .map(header -> "header " + header.value()))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
