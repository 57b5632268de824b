package io.github.govbrkeycloak.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A CNPJ")
class CnpjTest {

  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] FIRST_WEIGHTS = {5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final int[] SECOND_WEIGHTS = {6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};

  @ParameterizedTest
  @CsvSource({
    "12.ABC.345/01DE-35, 12ABC34501DE35",
    "12ABC34501DE35,     12ABC34501DE35",
    "12.abc.345/01de-35, 12ABC34501DE35",
    "00.000.000/0001-91, 00000000000191",
    "00000000000191,     00000000000191",
    "'  00000000000191 ',00000000000191"
  })
  void is_read_in_the_old_and_in_the_alphanumeric_form(String written, String value) {
    assertThat(Cnpj.of(written).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"12ABC34501DE, 12ABC34501DE35", "000000000001, 00000000000191"})
  void is_completed_by_its_check_digits(String root, String value) {
    assertThat(Cnpj.beginningWith(root).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "12ABC34501D", "12ABC34501DE3", "12abc34501de", "000000000000"})
  void is_not_completed_from_what_is_no_beginning_of_one(String root) {
    assertThatThrownBy(() -> Cnpj.beginningWith(root)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void is_public_and_therefore_shown_as_people_write_it() {
    assertThat(Cnpj.of("12abc34501de35")).hasToString("12.ABC.345/01DE-35");
    assertThat(Cnpj.of("00000000000191").formatted()).isEqualTo("00.000.000/0001-91");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00000000000190",
        "12ABC34501DE3A",
        "12ABC34501DE53",
        "00000000000000",
        "11111111111111",
        "0000000000191",
        "000000000001910",
        "00/000/000/0001-91",
        "12.ÁBC.345/01DE-35",
        "１２ABC34501DE35",
        "12.ABC.345/01DE-35\u0000",
        "<b>12ABC34501DE35"
      })
  void is_refused_when_it_is_none(String written) {
    assertThat(Cnpj.parse(written)).isEmpty();
    assertThatThrownBy(() -> Cnpj.of(written)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cnpj(written)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_twenty_million_characters_is_refused_at_once() {
    assertThat(Cnpj.parse("A".repeat(20_000_000))).isEmpty();
  }

  @Test
  void is_read_the_same_under_a_turkish_locale_where_i_has_another_capital() {
    String lowerCase = withCheckDigits("12ABI34501DE").toLowerCase(Locale.ROOT);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(Cnpj.of(lowerCase).value()).startsWith("12ABI34501DE");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @MethodSource("generated")
  void with_right_check_digits_is_accepted_and_survives_being_written(String value) {
    Cnpj cnpj = Cnpj.of(value);

    assertThat(cnpj.value()).isEqualTo(value);
    assertThat(Cnpj.of(cnpj.formatted())).isEqualTo(cnpj);
    assertThat(Cnpj.of(value.toLowerCase(Locale.ROOT))).isEqualTo(cnpj);
  }

  @ParameterizedTest
  @MethodSource("generated")
  void with_a_wrong_check_digit_is_refused(String value) {
    for (int position : new int[] {12, 13}) {
      char changed = (char) ('0' + (value.charAt(position) - '0' + 1) % 10);
      String mistyped = value.substring(0, position) + changed + value.substring(position + 1);
      assertThat(Cnpj.parse(mistyped)).isEmpty();
    }
  }

  static Stream<String> generated() {
    Random random = new Random(20260701);
    Stream<String> numeric = Stream.generate(() -> base(random, 10)).limit(100);
    Stream<String> alphanumeric = Stream.generate(() -> base(random, 36)).limit(100);
    return Stream.concat(numeric, alphanumeric).map(CnpjTest::withCheckDigits);
  }

  private static String base(Random random, int symbols) {
    StringBuilder base = new StringBuilder();
    random.ints(12, 0, symbols).forEach(index -> base.append(ALPHABET.charAt(index)));
    return base.toString();
  }

  private static String withCheckDigits(String base) {
    String withFirst = base + checkDigit(base, FIRST_WEIGHTS);
    return withFirst + checkDigit(withFirst, SECOND_WEIGHTS);
  }

  private static int checkDigit(String base, int[] weights) {
    int sum = IntStream.range(0, base.length()).map(i -> (base.charAt(i) - '0') * weights[i]).sum();
    return sum % 11 < 2 ? 0 : 11 - sum % 11;
  }
}
