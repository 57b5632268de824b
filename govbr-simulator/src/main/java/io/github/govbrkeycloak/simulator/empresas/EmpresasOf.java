package io.github.govbrkeycloak.simulator.empresas;

import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Invents the companies of a person, always the same ones: half of them with letters in the CNPJ.
 */
final class EmpresasOf {

  private static final String[] TRADES = {
    "Padaria",
    "Oficina",
    "Livraria",
    "Farmácia",
    "Marcenaria",
    "Papelaria",
    "Sapataria",
    "Floricultura"
  };
  private static final String[] NAMES = {
    "Aurora", "Ipê-Amarelo", "São Fictício", "Boa Esperança", "Sertão", "Três Irmãs", "Atlântida"
  };

  private EmpresasOf() {}

  static List<Empresa> persona(Persona persona) {
    return IntStream.range(0, persona.empresas()).mapToObj(i -> empresa(persona, i)).toList();
  }

  private static Empresa empresa(Persona persona, int index) {
    String atuacao =
        persona.atuacoes().isEmpty()
            ? null
            : persona.atuacoes().get(index % persona.atuacoes().size());
    if (index == 0 && persona.cnpj() != null) {
      return new Empresa(
          Cnpj.of(persona.cnpj()), persona.cnpjCertificateName(), persona.lastChange(), atuacao);
    }
    return new Empresa(cnpj(persona, index), name(index), date(index), atuacao);
  }

  /** A prefix from the person, so that two people's companies differ, and a running number. */
  private static Cnpj cnpj(Persona persona, int index) {
    int prefix = Math.floorMod(persona.id().hashCode(), 1000);
    int odd = index / 2;
    return Cnpj.beginningWith(
        index % 2 == 0
            ? String.format(Locale.ROOT, "%03d%05d0001", prefix, index)
            : String.format(Locale.ROOT, "FC%03d%03dX%03d", prefix, odd % 1000, 1 + odd / 1000));
  }

  private static String name(int index) {
    return TRADES[index % TRADES.length]
        + " "
        + NAMES[index % NAMES.length]
        + " "
        + (index + 1)
        + " Fictícia Ltda";
  }

  private static String date(int index) {
    return String.format(
        Locale.ROOT,
        "20%02d-%02d-%02dT10:20:30.400-0300",
        10 + index % 16,
        1 + index % 12,
        1 + index % 28);
  }
}
