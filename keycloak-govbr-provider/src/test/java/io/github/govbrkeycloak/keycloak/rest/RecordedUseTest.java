package io.github.govbrkeycloak.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.SingleUseObjectProvider;

@DisplayName("The use of a power is recorded once:")
class RecordedUseTest {

  private static final String KEY = "0c6c9f1e-1111";

  private final Map<String, Map<String, String>> kept = new HashMap<>();

  /** Keycloak's store, as far as it is asked. */
  private final SingleUseObjectProvider store =
      (SingleUseObjectProvider)
          Proxy.newProxyInstance(
              RecordedUseTest.class.getClassLoader(),
              new Class<?>[] {SingleUseObjectProvider.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "putIfAbsent" -> kept.putIfAbsent((String) arguments[0], Map.of()) == null;
                    case "put" -> put((String) arguments[0], arguments[2]);
                    case "get" -> kept.get((String) arguments[0]);
                    case "remove" -> kept.remove((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                  });

  @SuppressWarnings("unchecked")
  private Object put(String key, Object values) {
    return kept.put(key, (Map<String, String>) values);
  }

  private RecordedUse use(String owner, String request) {
    return RecordedUse.of(store, KEY, owner, request);
  }

  private static void assertProblem(RecordedUse use, Problem problem) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(use::begin)
        .extracting(ProblemException::problem)
        .isEqualTo(problem);
  }

  @Test
  void asked_again_it_has_the_same_number() {
    assertThat(use("a", "101 20").begin()).isEmpty();
    use("a", "101 20").recorded("7");

    assertThat(use("a", "101 20").begin()).contains("7");
  }

  @Test
  void asked_twice_at_once_only_one_goes_on() {
    assertThat(use("a", "101 20").begin()).isEmpty();

    assertProblem(use("a", "101 20"), Problem.UNDER_WAY);
  }

  @Test
  void after_a_failure_it_may_be_tried_again() {
    RecordedUse failing = use("a", "101 20");
    assertThat(failing.begin()).isEmpty();

    failing.failed();

    assertThat(use("a", "101 20").begin()).isEmpty();
  }

  @Test
  void a_key_is_not_for_another_request() {
    use("a", "101 20").begin();
    use("a", "101 20").recorded("7");

    assertProblem(use("a", "101 21"), Problem.KEY_OF_ANOTHER);
  }

  @Test
  void the_same_key_of_somebody_else_is_another() {
    use("a", "101 20").begin();
    use("a", "101 20").recorded("7");

    assertThat(use("b", "101 20").begin()).isEmpty();
    assertThat(kept.keySet()).noneMatch(name -> name.contains(KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "curta", "com espaço aqui", "quebra\r\nX: 1", "não-ascii-chave"})
  void a_key_must_be_one(String key) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RecordedUse.of(store, key, "a", "101 20"))
        .extracting(ProblemException::problem)
        .isEqualTo(Problem.BAD_KEY);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RecordedUse.of(store, null, "a", "101 20"));
  }
}
