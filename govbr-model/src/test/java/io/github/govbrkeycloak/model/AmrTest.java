package io.github.govbrkeycloak.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An authentication method")
class AmrTest {

  @ParameterizedTest
  @CsvSource({
    "passwd, passwd, Senha",
    "captcha, captcha, Verificação de que não é um robô",
    "mfa, mfa, Verificação em duas etapas",
    "otp, mfa, Código de verificação no aplicativo",
    "otp_offline, mfa, Código de verificação gerado no aplicativo",
    "x509, x509, Certificado digital",
    "x509_token, x509, 'Certificado digital: cartão, token ou computador (A1 ou A3)'",
    "x509_neoid, x509, Certificado digital em nuvem: NeoID",
    "bank, bank, Banco",
    "bank001, bank, Banco: Banco do Brasil",
    "bank104, bank, Banco: Caixa",
    "app_qrcode, app, Aplicativo gov.br: leitura de QR code"
  })
  void has_a_family_and_a_title(String value, String family, String title) {
    assertThat(Amr.of(value)).isEqualTo(new Amr(value, family, title));
    assertThat(Amr.of(value).isKnown()).isTrue();
  }

  @Test
  void belongs_to_a_family_that_is_itself_in_the_table() {
    assertThat(Amr.all()).hasSize(27);
    assertThat(Amr.all()).extracting(Amr::value).doesNotHaveDuplicates();
    assertThat(Amr.all()).extracting(Amr::family).allMatch(family -> Amr.of(family).isKnown());
  }

  @ParameterizedTest
  @CsvSource({
    "bank260, bank, Banco: código 260",
    "x509_nova, x509, Certificado digital: nova",
    "app_face, app, Aplicativo gov.br: face",
    "passkey, desconhecida, Forma de acesso: passkey",
    "bank1, desconhecida, Forma de acesso: bank1",
    "PASSWD, desconhecida, Forma de acesso: PASSWD"
  })
  void that_is_new_is_kept_and_explained_as_far_as_its_name_tells(
      String value, String family, String title) {
    assertThat(Amr.of(value)).isEqualTo(new Amr(value, family, title));
    assertThat(Amr.of(value).isKnown()).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\u0007"})
  void that_was_not_told_is_unknown(String value) {
    assertThat(Amr.of(value).value()).isEmpty();
    assertThat(Amr.of(value).title()).isEqualTo("Forma de acesso não informada");
    assertThat(Amr.of(value).isKnown()).isFalse();
  }

  @ParameterizedTest(name = "{0} is one of {1}: {2}")
  @CsvSource({
    "mfa, mfa, true, true",
    "otp, mfa, true, true",
    "mfa, otp, false, true",
    "bank104, bank, true, true",
    "bank260, bank, true, true",
    "bank104, bank001, false, true",
    "passkey, passkey, true, false",
    "passkey, desconhecida, false, false",
    "passkey, mfa, false, false"
  })
  void counts_for_itself_and_for_its_family(
      String value, String wanted, boolean counts, boolean hasKnownFamily) {
    assertThat(Amr.of(value).isOneOf(Amr.of(wanted))).isEqualTo(counts);
    assertThat(Amr.of(value).hasKnownFamily()).isEqualTo(hasKnownFamily);
  }

  @Test
  void from_a_hostile_source_stays_short() {
    assertThat(Amr.of("a".repeat(20_000_000)).value()).hasSize(64);
  }
}
