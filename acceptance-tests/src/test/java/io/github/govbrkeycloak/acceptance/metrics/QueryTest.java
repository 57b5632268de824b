package io.github.govbrkeycloak.acceptance.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.govbrkeycloak.acceptance.metrics.Selector.Condition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @Test
  void names_the_metrics_and_not_the_functions_operators_and_durations() {
    Query query =
        Query.parse(
            """
            # how many
            sum by (realm) (rate(a_total{x="1"}[5m])) / on (realm) group_left sum(b_total)
              > bool 0.5 and absent(c) unless max without (d) (e) offset 1h or -Inf""");

    assertThat(query.selectors())
        .extracting(Selector::metric)
        .containsExactly("a_total", "b_total", "c", "e");
    assertThat(query.groups()).containsExactly("realm", "d");
  }

  @Test
  void knows_grouping_before_and_after_an_aggregation() {
    assertThat(Query.parse("sum(a) by (x, y)").groups()).containsExactly("x", "y");
    assertThat(Query.parse("sum by(x,y)(a)").groups()).containsExactly("x", "y");
  }

  @Test
  void reads_conditions_with_signs_in_their_texts() {
    Query query = Query.parse("a{x=~\"b|c{2},}\", y!='\\\\d', z!~\"\", w=\"=\",}");

    assertThat(query.selectors())
        .containsExactly(
            new Selector(
                "a",
                List.of(
                    new Condition("x", "=~", "b|c{2},}"),
                    new Condition("y", "!=", "\\d"),
                    new Condition("z", "!~", ""),
                    new Condition("w", "=", "="))));
  }

  @Test
  void tells_which_labels_meet_a_condition() {
    assertThat(new Condition("x", "=~", "a|b").isMetBy(Map.of("x", "b"))).isTrue();
    assertThat(new Condition("x", "=~", "a").isMetBy(Map.of("x", "ab"))).isFalse();
    assertThat(new Condition("x", "!~", "a.*").isMetBy(Map.of("x", "ab"))).isFalse();
    assertThat(new Condition("x", "=", "a").isMetBy(Map.of("x", "a"))).isTrue();
    assertThat(new Condition("x", "!=", "a").isMetBy(Map.of("x", "a"))).isFalse();
    assertThat(new Condition("x", "!=", "a").isMetBy(Map.of("y", "b")))
        .as("a label that is not there")
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{x=\"1\"}", "sum(rate(a{x=\"1\"", "a{x=\"1", "a ? b", "a{x", "sum by (x"})
  void does_not_pretend_to_understand_what_it_cannot_read(String promQl) {
    assertThatIllegalArgumentException().isThrownBy(() -> Query.parse(promQl));
  }
}
