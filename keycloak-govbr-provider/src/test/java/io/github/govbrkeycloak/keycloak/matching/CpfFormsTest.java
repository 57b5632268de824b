package io.github.govbrkeycloak.keycloak.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.model.Cpf;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A CPF in a directory")
class CpfFormsTest {

  private static final CpfForms ALL = new CpfForms(true, true);
  private static final CpfForms PLAIN = new CpfForms(false, false);

  @ParameterizedTest(name = "of {0}: {1}")
  @CsvSource({
    "52998224725, '52998224725 529.982.247-25'",
    "01234567890, '01234567890 012.345.678-90 1234567890'",
    "00123456797, '00123456797 001.234.567-97 123456797'"
  })
  void is_searched_for_in_each_form_once(String cpf, String forms) {
    List<String> searched = new CpfForms(true, false).of(Cpf.of(cpf));
    assertThat(ALL.of(Cpf.of(cpf))).containsExactly(forms.split(" ")).startsWith(cpf);
    assertThat(searched).containsExactly(cpf, Cpf.of(cpf).formatted());
    assertThat(PLAIN.of(Cpf.of(cpf))).containsExactly(cpf);
  }

  @ParameterizedTest(name = "written [{0}] means {1}")
  @CsvSource({
    "52998224725, 52998224725",
    "529.982.247-25, 52998224725",
    "' 529.982.247-25 ', 52998224725",
    "1234567890, 01234567890",
    "123456797, 00123456797"
  })
  void is_read_in_each_form(String written, String cpf) {
    assertThat(ALL.read(written)).contains(Cpf.of(cpf));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "''",
    "0",
    "00000000000",
    "52998224726",
    "529982247250",
    "5299822472",
    "(cpf=*)",
    "*",
    "1.234.567-90",
    "٥٢٩٩٨٢٢٤٧٢٥"
  })
  void is_none_when_it_is_not_exactly_one(String written) {
    assertThat(ALL.read(written)).isEmpty();
  }

  @Test
  void is_none_when_there_is_no_value() {
    assertThat(ALL.read(null)).isEmpty();
  }

  @Test
  void without_its_zeros_is_none_where_zeros_are_never_lost() {
    assertThat(PLAIN.read("1234567890")).isEmpty();
  }
}
