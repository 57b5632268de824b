package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.Persona;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claims of a token or of userinfo, to be compared with the person they describe. */
record StatedClaims(JsonNode claims) {

  /** gov.br writes the offset without a colon. */
  private static final DateTimeFormatter GOV_BR_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX");

  static StatedClaims in(JsonNode claims) {
    return new StatedClaims(claims);
  }

  /** Every claim of the contract, and the absence of what gov.br did not tell. */
  void describe(Persona persona) {
    assertThat(text("acr")).contains(persona.level().name());
    describeWithoutAcr(persona);
  }

  /** The same for userinfo, which by its standard does not say how the person signed in. */
  void describeWithoutAcr(Persona persona) {
    describesThePerson(persona);
    describesTheAccount(persona);
    describesTheCompany(persona);
    assertThat(text("preferred_username"))
        .hasValueSatisfying(name -> assertThat(name).matches("govbr-[a-z0-9]+"));
    assertThat(text("sub")).hasValueSatisfying(sub -> assertThat(sub).matches("[0-9a-f-]{36}"));
  }

  private void describesThePerson(Persona persona) {
    assertThat(text("cpf").equals(Optional.of(persona.cpf()))).as("the CPF is right").isTrue();
    assertThat(text("name")).contains(persona.nome());
    assertThat(text("nome_social")).isEqualTo(Optional.ofNullable(persona.nomeSocial()));
    assertThat(text("email")).isEqualTo(persona.toldEmail());
    assertThat(text("phone_number")).as("nobody asked gov.br for the telephone").isEmpty();
    if (persona.toldEmail().isPresent()) {
      assertThat(claims.path("email_verified").isBoolean()).isTrue();
      assertThat(claims.path("email_verified").asBoolean()).isTrue();
    }
  }

  private void describesTheAccount(Persona persona) {
    assertThat(texts(claims.path("amr"))).containsExactlyElementsOf(persona.amr());
    assertThat(text("govbr_nivel")).contains(persona.level().name());
    assertThat(texts(claims.path("govbr_selos")))
        .containsExactlyInAnyOrderElementsOf(persona.selos());
    JsonNode govbr = claims.path("govbr");
    assertThat(govbr.path("nivel").asText()).isEqualTo(persona.level().name());
    assertThat(govbr.path("autenticado_em").asText()).isNotEmpty();
    assertThat(govbr.path("selos")).hasSize(persona.selos().size());
    for (JsonNode selo : govbr.path("selos")) {
      String told = persona.datasDosSelos().get(selo.path("id").asText());
      assertThat(OffsetDateTime.parse(selo.path("atualizado_em").asText()))
          .isEqualTo(OffsetDateTime.parse(told, GOV_BR_TIME));
    }
  }

  private void describesTheCompany(Persona persona) {
    assertThat(text("cnpj")).isEqualTo(Optional.ofNullable(persona.cnpj()));
    JsonNode company = claims.path("govbr").path("empresa");
    assertThat(company.isMissingNode()).isEqualTo(persona.cnpj() == null);
    if (persona.cnpj() != null) {
      assertThat(company.path("cnpj").asText()).isEqualTo(persona.cnpj());
      assertThat(company.path("razao_social").asText()).isEqualTo(persona.cnpjCertificateName());
      assertThat(company.path("origem").asText()).isEqualTo("certificado");
    }
  }

  private Optional<String> text(String name) {
    JsonNode value = claims.path(name);
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(value -> texts.add(value.asText()));
    return texts;
  }
}
