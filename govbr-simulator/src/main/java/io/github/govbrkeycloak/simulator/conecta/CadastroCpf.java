package io.github.govbrkeycloak.simulator.conecta;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.FixtureFile;
import io.github.govbrkeycloak.simulator.fixtures.Fixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The register of citizens: what the file says, and for everybody else what follows from the
 * account. Entries have the form of the API; dates are year first, a sex not told is 3.
 */
final class CadastroCpf {

  /** A valid number that nobody has, so that a search can fail. */
  static final String NOBODY = "00000000191";

  private static final int REGULAR = 0;
  private static final int NOT_TOLD = 3;

  /** The CEP 01001-000: as a number it has lost its zero. */
  private static final int CEP = 1_001_000;

  private static final int MUNICIPALITY = 7107;

  private final Map<String, Map<String, Object>> byCpf = new LinkedHashMap<>();
  private final Personas personas;

  @SuppressWarnings("unchecked")
  CadastroCpf(Fixtures fixtures, Personas personas) {
    this.personas = personas;
    List<Map<String, Object>> entries =
        (List<Map<String, Object>>) (List<?>) fixtures.list(FixtureFile.CPF_REGISTER, Map.class);
    entries.forEach(entry -> byCpf.put(String.valueOf(entry.get("CPF")), entry));
  }

  Optional<Map<String, Object>> find(Cpf cpf) {
    if (cpf.digits().equals(NOBODY)) {
      return Optional.empty();
    }
    return Optional.ofNullable(byCpf.get(cpf.digits()))
        .or(() -> personas.withCpf(cpf).map(CadastroCpf::entry));
  }

  private static Map<String, Object> entry(Persona persona) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("CPF", persona.cpf());
    entry.put("Nome", persona.nome());
    if (persona.nomeSocial() != null) {
      entry.put("NomeSocial", persona.nomeSocial());
    }
    entry.put("SituacaoCadastral", REGULAR);
    entry.put("ResidenteExterior", "N");
    entry.put("NomeMae", "MAMAE");
    entry.put("DataNascimento", "19800101");
    entry.put("Sexo", NOT_TOLD);
    entry.put("TipoLogradouro", "RUA");
    entry.put("Logradouro", "DAS ACÁCIAS FICTÍCIAS");
    entry.put("NumeroLogradouro", "10");
    entry.put("Bairro", "CENTRO");
    entry.put("Cep", CEP);
    entry.put("UF", "SP");
    entry.put("CodigoMunicipio", MUNICIPALITY);
    entry.put("Municipio", "SÃO PAULO");
    entry.put("Estrangeiro", "N");
    entry.put("DataAtualizacao", "20250131");
    return entry;
  }
}
