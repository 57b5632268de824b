package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A setting that cannot work")
class RefusedSettingsIT {

  private static final String REALM = "ajustes-recusados";
  private static final String PROVIDER = "/identity-provider/instances/govbr";
  private static final String PASSWORD = "senha-de-teste";
  private static final int BAD_REQUEST = 400;

  private static RunningSystem system;
  private static OwnRealm realm;
  private static KeycloakAdmin owner;

  @BeforeAll
  static void createRealm() {
    system = RunningSystem.get();
    realm = OwnRealm.create(system, REALM, Map.of());
    RealmAdministrators.create(realm.admin(), "dono", PASSWORD, "realm-admin");
    owner = realm.admin().as("dono", PASSWORD);
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  private static HttpResponse<String> save(KeycloakAdmin admin, String setting, String value) {
    ObjectNode provider = realm.admin().get(PROVIDER).deepCopy();
    ((ObjectNode) provider.path("config")).put(setting, value == null ? "" : value);
    return admin.tryPut(PROVIDER, provider);
  }

  private static String sentence(HttpResponse<String> answer) {
    JsonNode body = system.json(answer.body().getBytes(StandardCharsets.UTF_8));
    return body.path("errorMessage").asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ambiente;teste;Ambiente: escolha entre;Environment: choose from",
        "urlSso;;Endereço do login (ambiente \"outro\"): neste ambiente, informe;"
            + "Login address (environment \"outro\"): in this environment, give",
        "urlSso;ftp://x;Endereço do login (ambiente \"outro\"): informe um endereço completo;"
            + "Login address (environment \"outro\"): give a whole address",
        "urlApi;http://api.exemplo.gov.br;Endereço das APIs (ambiente \"outro\"): informe um"
            + " endereço com https://;API address (environment \"outro\"): give an address with",
        "fatos;altura;Fatos a consultar: escolha entre;Facts to ask for: choose from",
        "fatos;certificado;Fatos a consultar: certificado precisa do escopo"
            + " govbr_recupera_certificadox509: acrescente-o em \"Escopos\";"
            + "Facts to ask for: certificado needs the scope",
        "prazoExtrasMs;5;Prazo dos fatos (ms): informe de 100 a 10000;"
            + "Time for facts (ms): give from 100 to 10000",
        "nomeDeUsuario;email;Nome de usuário: escolha entre;User name: choose from",
        "fatosGuardados;foto;Fatos guardados: escolha entre;Facts kept: choose from",
        "idFederado;pseudonimo;Identificador no vínculo: pseudonimo precisa de uma chave própria:"
            + " preencha \"Chave do pseudônimo\";Identifier in the link: pseudonimo needs a key",
        "chavePseudonimo;uma-chave-em-claro;Chave do pseudônimo: informe uma referência ao cofre;"
            + "Key of pseudonyms: give a reference to the vault",
        "chavePseudonimo;${vault.chave};Identificador da chave: dê à chave um identificador;"
            + "Id of the key: give the key an id",
        "chavesAnteriores;a=${vault.nenhuma};Chaves anteriores: ponha no cofre do Keycloak a chave"
            + " ${vault.nenhuma};Former keys: put into Keycloak's vault the key ${vault.nenhuma}",
        "clienteRevalidacao;orgao/x;Segredo da revalidação de senha: preencha este também;"
            + "Secret for confirming passwords: give this one too",
        "escoposProcuracao;a&b;Escopos da procuração: separe;Scopes for powers of attorney: sep",
        "parametrosAutorizacao;state=x;Parâmetros da autorização (ambiente \"outro\"): retire"
            + " state;Authorization parameters (environment \"outro\"): remove state",
        "parametrosAutorizacao;prompt;Parâmetros da autorização (ambiente \"outro\"): escreva;"
            + "Authorization parameters (environment \"outro\"): write name=value"
      })
  @DisplayName("is refused with the field as the console names it and what to do")
  void isRefusedWithAReason(String setting, String value, String portuguese, String english) {
    HttpResponse<String> answer = save(owner.reading("pt-BR"), setting, value);

    assertThat(answer.statusCode()).isEqualTo(BAD_REQUEST);
    assertThat(sentence(answer)).startsWith(portuguese).endsWith(".");
    // The demo's own administrators have a console in English only.
    assertThat(sentence(save(realm.admin().reading("pt-BR"), setting, value)))
        .startsWith(english)
        .endsWith(".");
  }

  @Test
  @DisplayName("changes nothing")
  void changesNothing() {
    JsonNode before = realm.admin().get(PROVIDER);

    assertThat(save(owner, "prazoExtrasMs", "5").statusCode()).isEqualTo(BAD_REQUEST);

    assertThat(realm.admin().get(PROVIDER)).isEqualTo(before);
  }

  @Test
  @DisplayName("of Keycloak's own is named as Keycloak does")
  void isNamedAsKeycloakDoes() {
    ObjectNode provider = realm.admin().get(PROVIDER).deepCopy();
    ((ObjectNode) provider.path("config"))
        .put("filteredByClaim", "true")
        .put("claimFilterName", "email")
        .put("claimFilterValue", "[");

    assertThat(sentence(realm.admin().tryPut(PROVIDER, provider)))
        .startsWith("Essential claim value: write a regular expression");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "pt-BR,en;Ambiente: escolha entre",
        "en-GB;Environment: choose from",
        "fr;Ambiente: escolha entre",
        "'en;q=0.5, pt-BR';Ambiente: escolha entre",
        "x;Ambiente: escolha entre"
      })
  @DisplayName("is told in the language in which the administrator has the console")
  void isToldInTheLanguageOfTheConsole(String languages, String sentence) {
    realm.setOfRealm(Map.of("supportedLocales", new String[] {"pt-BR", "en"}));

    assertThat(sentence(save(owner.reading(languages), "ambiente", "teste"))).startsWith(sentence);
    assertThat(sentence(save(realm.admin().reading(languages), "ambiente", "teste")))
        .as("where the administrators' own realm has one language")
        .startsWith("Environment");
  }

  @Test
  @DisplayName("is told in the language that the administrator's account has")
  void isToldInTheLanguageOfTheAccount() {
    realm.setOfRealm(Map.of("supportedLocales", new String[] {"pt-BR", "en"}));
    RealmAdministrators.create(realm.admin(), "reader", PASSWORD, "realm-admin");
    JsonNode account = realm.admin().get("/users?exact=true&username=reader").path(0);
    ObjectNode reader = account.deepCopy();
    reader.putObject("attributes").putArray("locale").add("en");
    realm.admin().put("/users/" + account.path("id").asText(), reader);

    assertThat(
            sentence(
                save(realm.admin().as("reader", PASSWORD).reading("pt-BR"), "ambiente", "teste")))
        .startsWith("Environment: choose from");
  }

  @ParameterizedTest
  @CsvSource({
    "govbr, openid-connect, govbr-oidc-claims-mapper",
    "govbr-saml, saml, govbr-saml-attributes-mapper"
  })
  @DisplayName("of a protocol mapper is refused so, too")
  void ofAMapperIsRefusedToo(String scope, String protocol, String mapper) {
    String path = "/client-scopes/" + idOf(scope) + "/protocol-mappers/models";
    Map<String, Object> wrong =
        Map.of(
            "name",
            "errado",
            "protocol",
            protocol,
            "protocolMapper",
            mapper,
            "config",
            Map.of("dados", "altura"));

    HttpResponse<String> answer = owner.reading("pt-BR").tryPost(path, wrong);

    assertThat(answer.statusCode()).isEqualTo(BAD_REQUEST);
    assertThat(answer.body()).contains("Dados: escolha entre nivel, selos");
    assertThat(realm.admin().tryPost(path, wrong).body()).contains("Data: choose from nivel");
  }

  private static String idOf(String name) {
    for (JsonNode scope : realm.admin().get("/client-scopes")) {
      if (scope.path("name").asText().equals(name)) {
        return scope.path("id").asText();
      }
    }
    throw new AssertionError("no client scope " + name);
  }
}
