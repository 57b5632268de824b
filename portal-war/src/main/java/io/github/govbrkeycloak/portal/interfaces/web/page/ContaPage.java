package io.github.govbrkeycloak.portal.interfaces.web.page;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.portal.application.AccessHistory;
import io.github.govbrkeycloak.portal.domain.access.Access;
import io.github.govbrkeycloak.portal.domain.access.Page;
import io.github.govbrkeycloak.portal.domain.citizen.Citizen;
import io.github.govbrkeycloak.portal.domain.citizen.Company;
import io.github.govbrkeycloak.portal.domain.citizen.Contact;
import io.github.govbrkeycloak.portal.domain.citizen.HeldSelo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Minha conta. Properties are null where the tokens state nothing; the page says so. */
@Named("conta")
@RequestScoped
public class ContaPage {

  private static final int ACCESSES_SHOWN = 10;

  private Citizen citizen;
  private List<AccessLine> accesses;

  /** For the container's proxy. */
  ContaPage() {}

  @Inject
  ContaPage(Visitor visitor, AccessHistory history) {
    citizen = visitor.citizen().orElseThrow();
    accesses =
        history
            .latestOf(citizen.id(), ACCESSES_SHOWN)
            .map(found -> found.stream().map(AccessLine::of).toList())
            .orElse(null);
  }

  public String getName() {
    return citizen.name().orElse(null);
  }

  public String getSocialName() {
    return citizen.socialName().orElse(null);
  }

  public String getCpf() {
    return citizen.cpf().map(Cpf::masked).orElse(null);
  }

  public NivelLine getNivel() {
    return citizen.nivel().map(NivelLine::of).orElse(null);
  }

  /** Colour of the level's tag in the design system. */
  public String getNivelClass() {
    return citizen.nivel().filter(Nivel::isKnown).map(Nivel::name).orElse("neutral");
  }

  public List<SeloLine> getSelos() {
    return citizen.selos().stream().map(SeloLine::of).toList();
  }

  public List<Amr> getFactors() {
    return citizen.factors();
  }

  public CompanyLine getCompany() {
    return citizen.company().map(CompanyLine::of).orElse(null);
  }

  public Contact getEmail() {
    return citizen.email().orElse(null);
  }

  public Contact getPhone() {
    return citizen.phone().orElse(null);
  }

  public String getSignedInAt() {
    return citizen.signedInAt().map(BrazilianTime::minute).orElse(null);
  }

  /** Newest first; null when the log cannot be read now. */
  public List<AccessLine> getAccesses() {
    return accesses;
  }

  /** A level in plain words. */
  public record NivelLine(String name, String title, String explanation) {

    static NivelLine of(Nivel nivel) {
      return new NivelLine(nivel.name(), nivel.title(), NivelInWords.of(nivel));
    }
  }

  /** A seal; {@code updatedAt} and {@code nivel} are null where unknown. */
  public record SeloLine(String id, String title, String nivel, String updatedAt) {

    static SeloLine of(HeldSelo held) {
      Nivel nivel = held.selo().nivel();
      return new SeloLine(
          held.selo().id(),
          held.selo().title(),
          nivel.isKnown() ? nivel.title() : null,
          held.updatedAt().map(BrazilianTime::day).orElse(null));
    }
  }

  /** A company; {@code name} is null where unknown. */
  public record CompanyLine(String cnpj, String name) {

    static CompanyLine of(Company company) {
      return new CompanyLine(company.cnpj().formatted(), company.name().orElse(null));
    }
  }

  /** An access; {@code nivel} is null where the login had none. */
  public record AccessLine(String at, String page, String nivel) {

    static AccessLine of(Access access) {
      return new AccessLine(
          BrazilianTime.minute(access.at()),
          Page.ofCode(access.page()).map(Page::title).orElse(access.page()),
          access.nivel().map(Nivel::of).map(Nivel::title).orElse(null));
    }
  }
}
