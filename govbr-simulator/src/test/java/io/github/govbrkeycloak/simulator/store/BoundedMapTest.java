package io.github.govbrkeycloak.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bounded map")
class BoundedMapTest {

  @Test
  void forgets_the_oldest_entry_rather_than_grow_for_ever() {
    Map<Integer, String> map = new BoundedMap<>();
    for (int i = 0; i < 50_000; i++) {
      map.put(i, "x");
    }
    assertThat(map).hasSize(20_000).containsKeys(49_999, 30_000).doesNotContainKey(29_999);
  }
}
