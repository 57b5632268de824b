package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.model.Cnpj;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The companies of a person, each once, by name.
 *
 * @param all all of them
 */
public record Companies(List<LinkedCompany> all) {

  /** More companies than anybody is linked to: what is beyond is left out. */
  static final int MOST = 20_000;

  /**
   * A company with what it is sorted by: to make that anew for each comparison costs more than all
   * else.
   */
  private record Named(String plain, LinkedCompany company) {

    private static final Comparator<Named> ORDER =
        Comparator.comparing(Named::plain).thenComparing(named -> named.company().cnpj().value());

    static Named of(LinkedCompany company) {
      return new Named(company.name().map(CompanySearch::plain).orElse(""), company);
    }
  }

  public Companies {
    all = List.copyOf(all);
  }

  /** Puts what gov.br told in order. */
  static Companies of(Collection<LinkedCompany> told) {
    Map<Cnpj, LinkedCompany> each = new LinkedHashMap<>();
    told.stream().limit(MOST).forEach(company -> each.putIfAbsent(company.cnpj(), company));
    return new Companies(
        each.values().stream().map(Named::of).sorted(Named.ORDER).map(Named::company).toList());
  }

  /** The company of a number, if the person is linked to it. */
  public Optional<LinkedCompany> find(Cnpj cnpj) {
    return all.stream().filter(company -> company.cnpj().equals(cnpj)).findFirst();
  }

  /** Those that a person looks for; all of them when nothing was written. */
  public Companies matching(String written) {
    CompanySearch search = CompanySearch.of(written);
    return new Companies(all.stream().filter(search::finds).toList());
  }

  /**
   * A page of them.
   *
   * @param number counted from 1; one that does not exist gives the nearest one
   * @param size how many to a page, at least 1
   */
  public Page page(int number, int size) {
    int pages = Math.max(1, (all.size() + size - 1) / size);
    int existing = Math.min(Math.max(1, number), pages);
    int from = (existing - 1) * size;
    return new Page(
        all.subList(from, Math.min(all.size(), from + size)), existing, pages, all.size());
  }

  /**
   * Some of a list.
   *
   * @param items those of this page
   * @param number which page, from 1
   * @param pages how many there are, at least 1
   * @param total how many companies are on all pages
   */
  public record Page(List<LinkedCompany> items, int number, int pages, int total) {}

  /** A person's companies are personal data. */
  @Override
  public String toString() {
    return "Companies[" + all.size() + "]";
  }
}
