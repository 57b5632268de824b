package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.procuracao.PowerOfAttorney.Service;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a power of attorney must be when a citizen grants it. */
final class PowerRules {

  /** Browsers send a date year first; people without a date field type it day first. */
  private static final String YEAR_FIRST = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  private static final String DAY_FIRST = "([0-9]{2})/([0-9]{2})/([0-9]{4})";

  private final Personas personas;
  private final OfferedServices offered;
  private final Clock clock;

  PowerRules(Personas personas, OfferedServices offered, Clock clock) {
    this.personas = personas;
    this.offered = offered;
    this.clock = clock;
  }

  /**
   * A form, checked.
   *
   * @param problems what is wrong, by field, in Portuguese; if nothing is, all the rest is there
   */
  record Checked(
      Optional<Persona> agent,
      List<Service> services,
      Optional<LocalDate> until,
      Map<String, String> problems) {}

  Checked check(PowerForm form, Cpf grantor) {
    Map<String, String> problems = new LinkedHashMap<>();
    Optional<Cpf> cpf = Cpf.parse(form.agent());
    Optional<Persona> agent = cpf.flatMap(personas::withCpf);
    List<Service> services =
        offered.all().stream()
            .filter(service -> form.services().contains(service.clientId()))
            .toList();
    Optional<LocalDate> until = date(form.until());
    if (cpf.isEmpty()) {
      problems.put("agent", "CPF inválido. Confira os 11 números.");
    } else if (cpf.get().equals(grantor)) {
      problems.put("agent", "Este CPF é o seu. Digite o CPF de outra pessoa.");
    } else if (agent.isEmpty()) {
      problems.put("agent", "Nenhuma pessoa fictícia tem este CPF.");
    }
    if (services.isEmpty()) {
      problems.put("service", "Escolha ao menos um serviço.");
    }
    if (until.isEmpty()) {
      problems.put("until", "Escolha o último dia, como 31/12/2030.");
    } else if (until.get().isBefore(Brasilia.today(clock))) {
      problems.put("until", "Esse dia já passou. Escolha hoje ou um dia depois.");
    }
    return new Checked(agent, services, until, problems);
  }

  private static Optional<LocalDate> date(String written) {
    String iso = written.replaceFirst("^" + DAY_FIRST + "$", "$3-$2-$1");
    try {
      return iso.matches(YEAR_FIRST) ? Optional.of(LocalDate.parse(iso)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
