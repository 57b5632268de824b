package io.github.govbrkeycloak.simulator.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An address that is not registered")
class AddressDifferenceTest {

  @ParameterizedTest(name = "{0} where {1} is registered: {2}")
  @CsvSource({
    "https://a.gov.br/volta, https://a.gov.br/volta/, falta a barra final",
    "https://a.gov.br/volta/, https://a.gov.br/volta, sobra a barra final",
    "'https://a.gov.br/volta ', https://a.gov.br/volta, há espaço no começo ou no fim",
    "https://a.gov.br/Volta, https://a.gov.br/volta, só muda maiúscula ou minúscula",
    "'http://a.gov.br/volta', https://a.gov.br/volta, 'http no lugar de https, ou o contrário'",
    "https://a.gov.br/volta?x=1, https://a.gov.br/volta, há parâmetros a mais ou a menos",
    "https://a.gov.br:8443/volta, https://a.gov.br/volta, a porta é outra",
    "https://b.gov.br/volta, https://a.gov.br/volta, o host é outro",
    "https://b.gov.br/outro, https://a.gov.br/volta, não se parece com nenhum endereço registrado",
    "'%%%', https://a.gov.br/volta, não se parece com nenhum endereço registrado",
    "'', https://a.gov.br/volta, não se parece com nenhum endereço registrado",
  })
  void is_told_apart_from_the_nearest(String sent, String registered, String difference) {
    assertThat(AddressDifference.between(sent, List.of("https://x.example/", registered)))
        .isEqualTo(difference);
  }

  @Test
  void has_nothing_to_be_like_where_none_is_registered() {
    assertThat(AddressDifference.between("https://a.gov.br/", List.of()))
        .isEqualTo("o serviço não registrou nenhum endereço");
  }
}
