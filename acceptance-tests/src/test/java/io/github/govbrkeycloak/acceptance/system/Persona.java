package io.github.govbrkeycloak.acceptance.system;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fictional person as the simulated gov.br describes them: what every page and every token is
 * compared with. The names are those of the simulator's JSON.
 */
public record Persona(
    String id,
    String cpf,
    String senha,
    String nome,
    String nomeSocial,
    String email,
    boolean emailVerificado,
    String telefone,
    boolean telefoneVerificado,
    String nivel,
    List<String> selos,
    Map<String, String> datasDosSelos,
    List<String> amr,
    String cnpj,
    String cnpjCertificateName) {

  /** The number as a value, masked when printed. */
  public Cpf number() {
    return Cpf.of(cpf);
  }

  /** The level as a value. */
  public Nivel level() {
    return Nivel.of(nivel);
  }

  /** The seals, known to us or not. */
  public List<Selo> seals() {
    return selos.stream().map(Selo::of).toList();
  }

  /** The factors, known to us or not. */
  public List<Amr> factors() {
    return amr.stream().map(Amr::of).toList();
  }

  /** The name to call the person by. */
  public String displayName() {
    return nomeSocial != null ? nomeSocial : nome;
  }

  /** The address, if gov.br tells it: an unverified one it keeps to itself. */
  public Optional<String> toldEmail() {
    return Optional.ofNullable(email).filter(address -> emailVerificado);
  }

  /** The name of the persona, which is what a test report should show: no personal data. */
  @Override
  public String toString() {
    return id;
  }
}
