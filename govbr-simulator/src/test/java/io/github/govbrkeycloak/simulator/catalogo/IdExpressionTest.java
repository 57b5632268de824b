package io.github.govbrkeycloak.simulator.catalogo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A list in the catalogue's address")
class IdExpressionTest {

  @ParameterizedTest(name = "{0} is met by {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2       | 2       | true",
        "2       | 3       | false",
        "2,3     | 2       | false",
        "2,3     | 2;3     | true",
        "(2/3)   | 2       | true",
        "(2/3)   | 3       | true",
        "(2/3)   | 1       | false",
        "(2\\3)  | 3       | true",
        "(301/801| 801     | true",
        "2/3     | 3       | true",
        "1,(2/3) | 1       | false",
        "1,(2/3) | 1;3     | true",
        " 2 , 3  | 2;3     | true",
      })
  void is_read(String text, String owned, boolean met) {
    List<String> ids = Arrays.asList(owned.split(";", -1));
    assertThat(IdExpression.parse(text).isMetBy(ids::contains)).isEqualTo(met);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void demands_nothing_when_it_is_empty(String text) {
    assertThat(IdExpression.parse(text).isMetBy(id -> false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prata", "2,,3", "(2/)", "2;3", "((2))", "2,<script>", "99999", "-1"})
  void is_refused_when_it_means_nothing(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> IdExpression.parse(text));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 1_000_000})
  void is_refused_when_it_is_enormous(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> IdExpression.parse("2".repeat(length)));
  }
}
