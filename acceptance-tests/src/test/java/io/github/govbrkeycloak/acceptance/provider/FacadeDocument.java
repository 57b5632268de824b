package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the facade's OpenAPI file promises, and whether an answer keeps it. */
final class FacadeDocument {

  /** The header on which an application acts. */
  private static final String WAIT = "Retry-After";

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDialect(
          Dialects.getDraft202012(),
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final JsonNode document;

  private FacadeDocument(JsonNode document) {
    this.document = document;
  }

  /**
   * One kind of answer that the file promises.
   *
   * @param method such as {@code GET}
   * @param path below the alias, with its variables in braces
   * @param status HTTP status
   * @param role without which nobody gets it
   */
  record Promise(String method, String path, int status, String role) {

    /** For the names of tests. */
    @Override
    public String toString() {
      return method + " " + path + " " + status;
    }
  }

  static FacadeDocument of(RunningSystem system) {
    try {
      return new FacadeDocument(YAML.readTree(system.file("docs/api/fachada.yaml").toFile()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Every kind of answer. */
  List<Promise> promises() {
    List<Promise> promises = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            promises(path.getKey(), operation.getKey(), operation.getValue())
                                .forEach(promises::add)));
    return promises;
  }

  private static Stream<Promise> promises(String path, String method, JsonNode operation) {
    String role = operation.at("/security/0/token/0").asText();
    return operation.path("responses").properties().stream()
        .map(
            response ->
                new Promise(
                    method.toUpperCase(Locale.ROOT),
                    path,
                    Integer.parseInt(response.getKey()),
                    role));
  }

  /** What of an answer is not as promised: nothing, if it is. */
  List<String> violations(String method, String path, HttpResponse<byte[]> answer) {
    JsonNode operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    JsonNode response =
        resolved(operation.path("responses").path(Integer.toString(answer.statusCode())));
    if (response.isMissingNode()) {
      return List.of("status " + answer.statusCode() + " is not promised");
    }
    List<String> violations = new ArrayList<>(headers(response, answer.headers()));
    String type = answer.headers().firstValue("Content-Type").orElse("nothing").split(";")[0];
    JsonNode media = response.path("content").path(type);
    if (media.isMissingNode()) {
      violations.add("content type " + type + " is not promised");
    } else if (media.has("schema")) {
      violations.addAll(body(media.path("schema"), answer.body()));
    }
    return violations;
  }

  private List<String> headers(JsonNode response, HttpHeaders sent) {
    JsonNode described = response.path("headers");
    Stream<String> missing =
        described.properties().stream()
            .filter(header -> resolved(header.getValue()).path("required").asBoolean())
            .map(Map.Entry::getKey)
            .filter(name -> sent.firstValue(name).isEmpty())
            .map(name -> "header " + name + " is missing");
    Stream<String> surprising =
        Stream.of(WAIT)
            .filter(name -> sent.firstValue(name).isPresent() && !described.has(name))
            .map(name -> "header " + name + " is not promised");
    return Stream.concat(missing, surprising).toList();
  }

  /** The schema's references lead into the file, of which it becomes a copy. */
  private List<String> body(JsonNode described, byte[] body) {
    ObjectNode whole = described.deepCopy();
    whole.set("components", document.path("components"));
    Schema schema = SCHEMAS.getSchema(whole);
    try {
      return schema.validate(JSON.readTree(body)).stream().map(Error::toString).toList();
    } catch (IOException unreadable) {
      return List.of("the body is no JSON");
    }
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
