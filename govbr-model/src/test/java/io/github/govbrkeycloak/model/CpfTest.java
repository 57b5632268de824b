package io.github.govbrkeycloak.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A CPF")
class CpfTest {

  private static final int[] FIRST_WEIGHTS = {10, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final int[] SECOND_WEIGHTS = {11, 10, 9, 8, 7, 6, 5, 4, 3, 2};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123.456.789-09",
        "12345678909",
        "123456789-09",
        "  12345678909\t",
        "\n123.456.789-09 "
      })
  void is_read_however_people_and_gov_br_write_it(String written) {
    assertThat(Cpf.of(written).digits()).isEqualTo("12345678909");
  }

  @Test
  void is_shown_masked_unless_somebody_asks_for_its_digits() {
    Cpf cpf = Cpf.of("12345678909");

    assertThat(cpf).hasToString("•••.456.789-••");
    assertThat(cpf.masked()).isEqualTo("•••.456.789-••");
    assertThat("citizen " + cpf).doesNotContain("123").doesNotContain("09");
    assertThat(cpf.formatted()).isEqualTo("123.456.789-09");
  }

  @Test
  void keeps_its_leading_zeros() {
    assertThat(Cpf.of("00000000191").formatted()).isEqualTo("000.000.001-91");
    assertThat(Cpf.parse("191")).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "12345678900",
        "12345678919",
        "1234567890",
        "123456789090",
        "123.456.789_09",
        "123-456-789.09",
        "1.2.3.4.5.6.7.8.9.0.9",
        "１２３４５６７８９０９",
        "١٢٣٤٥٦٧٨٩٠٩",
        "12345678909\u0000",
        "12345678909; DROP TABLE",
        "cpf 12345678909",
        "-12345678909"
      })
  void is_refused_when_it_is_none(String written) {
    assertThat(Cpf.parse(written)).isEmpty();
    assertThatThrownBy(() -> Cpf.of(written)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cpf(written)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("repeatedDigits")
  void of_one_repeated_digit_is_refused_although_its_check_digits_are_right(String written) {
    assertThat(Cpf.parse(written)).isEmpty();
  }

  @Test
  void of_twenty_million_characters_is_refused_at_once() {
    assertThat(Cpf.parse("1".repeat(20_000_000))).isEmpty();
    assertThat(Cpf.parse(" ".repeat(20_000_000))).isEmpty();
  }

  @Test
  void that_is_refused_never_appears_in_the_message() {
    assertThatThrownBy(() -> Cpf.of("123.456.789-00"))
        .hasMessageNotContaining("123")
        .hasMessageNotContaining("456");
    assertThatThrownBy(() -> new Cpf("12345678900")).hasMessageNotContaining("12345678900");
  }

  @Test
  void cannot_be_made_with_punctuation_so_that_equal_numbers_are_equal_values() {
    assertThatThrownBy(() -> new Cpf("123.456.789-09"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Cpf.of("123.456.789-09")).isEqualTo(Cpf.of("12345678909"));
  }

  @ParameterizedTest
  @MethodSource("generated")
  void with_right_check_digits_is_accepted_and_survives_being_written(String digits) {
    Cpf cpf = Cpf.of(digits);

    assertThat(cpf.digits()).isEqualTo(digits);
    assertThat(Cpf.of(cpf.formatted())).isEqualTo(cpf);
    assertThat(cpf.toString()).doesNotContain(digits.substring(0, 3) + ".");
  }

  @ParameterizedTest
  @MethodSource("generated")
  void with_any_one_digit_changed_is_refused(String digits) {
    for (int position = 0; position < digits.length(); position++) {
      char changed = (char) ('0' + (digits.charAt(position) - '0' + 1) % 10);
      String mistyped = digits.substring(0, position) + changed + digits.substring(position + 1);
      assertThat(isRight(mistyped)).isEqualTo(Cpf.parse(mistyped).isPresent());
      if (position < 9) {
        continue;
      }
      assertThat(Cpf.parse(mistyped)).as("wrong check digit at %d", position).isEmpty();
    }
  }

  static Stream<String> repeatedDigits() {
    return IntStream.rangeClosed(0, 9).mapToObj(digit -> Integer.toString(digit).repeat(11));
  }

  static Stream<String> generated() {
    Random random = new Random(20261122);
    return Stream.generate(() -> "%09d".formatted(random.nextInt(1, 999_999_999)))
        .filter(base -> base.chars().distinct().count() > 1)
        .map(base -> base + checkDigit(base, FIRST_WEIGHTS))
        .map(base -> base + checkDigit(base, SECOND_WEIGHTS))
        .limit(200);
  }

  private static boolean isRight(String digits) {
    String base = digits.substring(0, 9);
    String withFirst = base + checkDigit(base, FIRST_WEIGHTS);
    return (withFirst + checkDigit(withFirst, SECOND_WEIGHTS)).equals(digits)
        && digits.chars().distinct().count() > 1;
  }

  /** The register's own wording of the rule, (sum × 10) mod 11, unlike the code under test. */
  private static int checkDigit(String base, int[] weights) {
    int sum = IntStream.range(0, base.length()).map(i -> (base.charAt(i) - '0') * weights[i]).sum();
    return sum * 10 % 11 % 10;
  }
}
