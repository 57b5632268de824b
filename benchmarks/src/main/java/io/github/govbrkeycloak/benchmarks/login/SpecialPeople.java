package io.github.govbrkeycloak.benchmarks.login;

import com.nimbusds.jose.util.JSONArrayUtils;
import io.github.govbrkeycloak.benchmarks.Citizens;
import io.github.govbrkeycloak.model.Cpf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The people that the simulated gov.br cannot invent: with the certificate of a company, or linked
 * to so many companies. Each way has its own, so that each finds its own accounts in Keycloak.
 */
final class SpecialPeople {

  /** How many companies people are linked to. */
  static final List<Integer> COMPANIES = List.of(0, 1_000, 10_000);

  private static final int OF_A_KIND = 4;
  private static final long WITH_CERTIFICATE = 90_000_000_000L;
  private static final long WITH_COMPANIES = 95_000_000_000L;
  private static final long APART = 10_000_000L;
  private static final String COMPANY = "12ABC34501DE35";
  private static final String SEAL = "801";

  private SpecialPeople() {}

  /** People who sign in with the certificate of their company, for one way. */
  static List<Cpf> withCertificate(Way way) {
    return people(WITH_CERTIFICATE + way.row() * APART);
  }

  /** People linked to one of {@link #COMPANIES}. */
  static List<Cpf> linkedTo(int companies) {
    return people(WITH_COMPANIES + COMPANIES.indexOf(companies) * APART);
  }

  /** Writes all of them into a folder, as the simulator reads them. */
  static void write(Path folder) throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Way way : Way.values()) {
      withCertificate(way).forEach(cpf -> all.add(holder(cpf)));
    }
    for (int companies : COMPANIES) {
      linkedTo(companies).forEach(cpf -> all.add(person(cpf, companies)));
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("personas.json"), JSONArrayUtils.toJSONString(all));
  }

  private static List<Cpf> people(long first) {
    return Stream.generate(new Citizens(first)::next).limit(OF_A_KIND).toList();
  }

  private static Map<String, Object> holder(Cpf cpf) {
    Map<String, Object> person = person(cpf, 3);
    person.put("amr", List.of("x509", "x509_token"));
    person.put("cnpj", COMPANY);
    person.put("cnpj_certificate_name", "Padaria Fictícia Pão & Açúcar Ltda");
    person.put("certificado", Map.of("tipo", "device", "nome", "Padaria Fictícia"));
    return person;
  }

  private static Map<String, Object> person(Cpf cpf, int companies) {
    String id = "medida-" + cpf.digits();
    Map<String, Object> person = new HashMap<>();
    person.put("id", id);
    person.put("descricao", "Para medir");
    person.put("cpf", cpf.digits());
    person.put("senha", "Senha-medida-1");
    person.put("nome", "Medida Fictícia da Silva");
    person.put("email", id + "@cidadao.example");
    person.put("email_verificado", true);
    person.put("foto", false);
    person.put("nivel", "ouro");
    person.put("selos", List.of(SEAL));
    person.put("datas_dos_selos", Map.of(SEAL, "2026-07-15T11:45:00.250-0300"));
    person.put("categorias", List.of("302"));
    person.put("amr", List.of("passwd", "mfa", "otp"));
    person.put("empresas", companies);
    person.put("atuacoes", List.of("REPRESENTANTE_LEGAL", "SOCIO"));
    return person;
  }
}
