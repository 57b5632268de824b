package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A realm whose identity provider is checked after its settings were changed.
 *
 * @param realm the realm
 * @param provider its identity provider as it was in the beginning
 * @param attributes its attributes as they were in the beginning
 */
record CheckedRealm(OwnRealm realm, JsonNode provider, JsonNode attributes) {

  static final String RED = "vermelho";
  static final String YELLOW = "amarelo";

  private static final String PROVIDER = "/identity-provider/instances/govbr";
  private static final String SECRET = "segredo-de-teste";

  static CheckedRealm create(RunningSystem system, String name) {
    OwnRealm realm = OwnRealm.create(system, name, Map.of());
    return new CheckedRealm(
        realm, realm.admin().get(PROVIDER), realm.admin().get("").path("attributes"));
  }

  /** Puts everything back as it was in the beginning. */
  void putBack() {
    put(Map.of());
    realm.admin().put("", Map.of("attributes", attributes));
  }

  /** Changes settings of the provider; a member of the provider itself begins with a dot. */
  void put(Map<String, ?> settings) {
    ObjectNode changed = provider.deepCopy();
    ObjectNode config = (ObjectNode) changed.path("config");
    config.put("clientSecret", SECRET);
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(".")) {
            changed.putPOJO(name.substring(1), value);
          } else {
            config.put(name, (String) value);
          }
        });
    realm.admin().put(PROVIDER, changed);
  }

  /** What the check says. */
  JsonNode check() {
    return realm.admin().get("/govbr-conferir/govbr");
  }

  /** Colour and case of one thing. */
  static String verdict(JsonNode report, String item) {
    return StreamSupport.stream(report.path("itens").spliterator(), false)
        .filter(line -> line.path("item").asText().equals(item))
        .map(line -> line.path("situacao").asText() + " " + line.path("caso").asText())
        .findFirst()
        .orElse("not told");
  }

  /** What is said of one thing. */
  static String words(JsonNode report, String item) {
    return StreamSupport.stream(report.path("itens").spliterator(), false)
        .filter(line -> line.path("item").asText().equals(item))
        .map(line -> line.path("texto").asText())
        .collect(Collectors.joining());
  }

  /** A thing is told in words, with what to do, and no secret. */
  static void assertTold(JsonNode report, String verdict, String item, String which) {
    assertThat(verdict(report, item)).isEqualTo(verdict + " " + which);
    assertThat(report.path("itens"))
        .filteredOn(line -> line.path("item").asText().equals(item))
        .allSatisfy(
            line -> {
              assertThat(line.path("texto").asText()).doesNotContain("govbr.check", "{0}");
              assertThat(line.path("remedio").asText()).isNotBlank();
            });
    assertThat(report.toString()).doesNotContain(SECRET);
  }
}
