package io.github.govbrkeycloak.simulator.empresas;

import io.github.govbrkeycloak.model.Cnpj;

/**
 * A fictional company and a person's part in it.
 *
 * @param dataCriacao when the link was made, in gov.br's form
 * @param atuacao the person's role, or {@code null} for a collaborator
 */
record Empresa(Cnpj cnpj, String razaoSocial, String dataCriacao, String atuacao) {}
