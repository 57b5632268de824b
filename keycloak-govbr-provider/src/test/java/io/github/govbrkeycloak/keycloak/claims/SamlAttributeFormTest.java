package io.github.govbrkeycloak.keycloak.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.dom.saml.v2.assertion.AttributeType;

@DisplayName("A SAML attribute")
class SamlAttributeFormTest {

  @Test
  void has_its_plain_name_when_nothing_is_configured() {
    AttributeType attribute =
        SamlAttributeForm.of(Map.of()).attribute("amr", List.of("mfa", "otp"));
    assertThat(attribute.getName()).isEqualTo("amr");
    assertThat(attribute.getFriendlyName()).isNull();
    assertThat(attribute.getNameFormat())
        .isEqualTo("urn:oasis:names:tc:SAML:2.0:attrname-format:basic");
    assertThat(attribute.getAttributeValue()).isEqualTo(List.of("mfa", "otp"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Basic, basic", "URI Reference, uri", "Unspecified, unspecified", "outro, basic"})
  void may_have_a_prefix_and_another_format(String configured, String format) {
    AttributeType attribute =
        SamlAttributeForm.of(
                Map.of("attribute.nameformat", configured, "prefixo", " https://orgao.gov.br/a/ "))
            .attribute("cpf", List.of("52998224725"));
    assertThat(attribute.getName()).isEqualTo("https://orgao.gov.br/a/cpf");
    assertThat(attribute.getFriendlyName()).isEqualTo("cpf");
    assertThat(attribute.getNameFormat())
        .isEqualTo("urn:oasis:names:tc:SAML:2.0:attrname-format:" + format);
  }
}
