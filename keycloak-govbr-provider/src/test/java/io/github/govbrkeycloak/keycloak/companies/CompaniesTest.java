package io.github.govbrkeycloak.keycloak.companies;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import io.github.govbrkeycloak.model.Cnpj;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

@DisplayName("A person's companies")
class CompaniesTest {

  private static final LinkedCompany BAKERY = company("12ABC34501DE35", "Padaria São João Ltda");
  private static final LinkedCompany WORKSHOP = company("11222333000181", "Oficina do Zé");
  private static final LinkedCompany NAMELESS =
      new LinkedCompany(Cnpj.beginningWith("990000000001"), Optional.empty());
  private static final Companies THREE = Companies.of(List.of(NAMELESS, BAKERY, WORKSHOP));

  private static LinkedCompany company(String cnpj, String name) {
    return new LinkedCompany(Cnpj.of(cnpj), Optional.of(name));
  }

  private static List<LinkedCompany> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new LinkedCompany(
                    Cnpj.beginningWith(String.format(Locale.ROOT, "%08d0001", i)),
                    Optional.of("Empresa Fictícia %05d".formatted(i))))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "padaria",
        "PADARIA",
        "sao joao",
        "joão padaria",
        "  São   João ",
        "12ABC34501DE35",
        "12.ABC.345/01DE-35",
        "12.abc.345/01de-35",
        "12abc345",
        "12 ABC 345",
        "01DE-35"
      })
  void are_found_by_words_of_the_name_or_a_piece_of_the_number(String written) {
    assertThat(THREE.matching(written).all()).containsExactly(BAKERY);
  }

  @ParameterizedTest
  @CsvSource({"oficina padaria", "12.ABC.345/01DE-36", "%", ".*", "<b>"})
  void are_not_found_by_anything_else(String written) {
    assertThat(THREE.matching(written).all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void are_all_found_when_nothing_was_written(String written) {
    assertThat(THREE.matching(written)).isEqualTo(THREE);
  }

  @Test
  void are_searched_for_no_longer_than_a_person_writes() {
    String endless = "padaria" + " ".repeat(200) + "x".repeat(1_000_000);

    assertThat(THREE.matching(endless).all()).containsExactly(BAKERY);
    assertThat(THREE.matching(null)).isEqualTo(THREE);
  }

  @Test
  void come_by_name_and_each_once() {
    LinkedCompany again = company("11222333000181", "Outro nome");

    assertThat(Companies.of(List.of(BAKERY, WORKSHOP, again, NAMELESS)).all())
        .containsExactly(NAMELESS, WORKSHOP, BAKERY);
  }

  @Test
  void are_found_by_their_number_only_if_the_person_is_linked_to_them() {
    assertThat(THREE.find(BAKERY.cnpj())).contains(BAKERY);
    assertThat(THREE.find(Cnpj.beginningWith("123450000001"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 20",
    "2, 2, 20",
    "100, 100, 20",
    "101, 101, 5",
    "102, 101, 5",
    "0, 1, 20",
    "-7, 1, 20",
    "2147483647, 101, 5"
  })
  void come_in_pages_and_a_page_that_is_not_there_is_the_nearest(int asked, int number, int items) {
    Companies.Page page = Companies.of(many(2_005)).page(asked, 20);

    assertThat(page.number()).isEqualTo(number);
    assertThat(page.items()).hasSize(items);
    assertThat(page.pages()).isEqualTo(101);
    assertThat(page.total()).isEqualTo(2_005);
  }

  @Test
  void fit_on_one_empty_page_when_there_are_none() {
    assertThat(Companies.of(List.of()).page(1, 20))
        .isEqualTo(new Companies.Page(List.of(), 1, 1, 0));
  }

  @Test
  void are_kept_small_even_if_there_are_ten_thousand() {
    List<LinkedCompany> companies = many(10_000);

    String packed = CompanyListStore.packed(companies);

    assertThat(packed.length()).isLessThan(200_000);
    assertThat(CompanyListStore.unpacked(packed)).isEqualTo(companies);
    assertThat(CompanyListStore.unpacked(CompanyListStore.packed(THREE.all())))
        .isEqualTo(THREE.all());
  }

  @Test
  void are_kept_as_they_were_told_and_put_in_order_when_they_are_looked_at() {
    Map<String, Map<String, String>> kept = new HashMap<>();
    CompanyListStore store = new CompanyListStore(sessionKeepingIn(kept));

    store.keep("token", List.of(WORKSHOP, BAKERY, NAMELESS, WORKSHOP));

    String list = kept.values().iterator().next().get("empresas");
    assertThat(CompanyListStore.unpacked(list))
        .containsExactly(WORKSHOP, BAKERY, NAMELESS, WORKSHOP);
    assertThat(store.of("token")).contains(THREE);
  }

  @Test
  void beyond_twenty_thousand_are_not_kept() {
    String packed = CompanyListStore.packed(Collections.nCopies(20_001, BAKERY));

    assertThat(CompanyListStore.unpacked(packed)).hasSize(20_000);
  }

  @Test
  void kept_by_another_release_are_asked_for_again() {
    Map<String, Map<String, String>> kept = new HashMap<>();
    kept.put(KeptToken.placeBeside("token"), Map.of("lista", "of another form"));

    assertThat(new CompanyListStore(sessionKeepingIn(kept)).of("token")).isEmpty();
  }

  /** As much of Keycloak as the store of lists asks for. */
  private static KeycloakSession sessionKeepingIn(Map<String, Map<String, String>> kept) {
    SingleUseObjectProvider objects =
        (SingleUseObjectProvider)
            Proxy.newProxyInstance(
                CompaniesTest.class.getClassLoader(),
                new Class<?>[] {SingleUseObjectProvider.class},
                (proxy, method, arguments) -> kept(kept, method.getName(), arguments));
    return (KeycloakSession)
        Proxy.newProxyInstance(
            CompaniesTest.class.getClassLoader(),
            new Class<?>[] {KeycloakSession.class},
            (proxy, method, arguments) -> objects);
  }

  @SuppressWarnings("unchecked")
  private static Object kept(
      Map<String, Map<String, String>> kept, String method, Object... arguments) {
    String key = (String) arguments[0];
    return method.equals("put") ? kept.put(key, (Map<String, String>) arguments[2]) : kept.get(key);
  }

  @Test
  void are_not_printed() {
    assertThat(THREE.toString()).doesNotContain("Padaria", "12");
  }
}
