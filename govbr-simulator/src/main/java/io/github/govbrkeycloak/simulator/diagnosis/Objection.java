package io.github.govbrkeycloak.simulator.diagnosis;

import io.github.govbrkeycloak.simulator.diagnosis.Finding.Severity;

/** Everything the simulator can object to in a call, by the name the journal and the guide use. */
public enum Objection {
  /** No service is registered under this id. */
  CLIENTE_DESCONHECIDO("cliente-desconhecido", Severity.ERRO),
  /** The return address is not registered. */
  RETORNO_NAO_REGISTRADO("retorno-nao-registrado", Severity.ERRO),
  /** A scope gov.br has not provisioned for the service. */
  ESCOPO_NAO_LIBERADO("escopo-nao-liberado", Severity.ERRO),
  /** A plus sign that was encoded, so that it joins the scopes instead of separating them. */
  ESCOPO_COM_MAIS("escopo-com-mais", Severity.ERRO),
  /** Without this scope there is no ID token. */
  SEM_OPENID("sem-openid", Severity.AVISO),
  /** Only the code flow exists. */
  RESPONSE_TYPE("response-type", Severity.ERRO),
  /** A parameter sent twice. */
  PARAMETRO_REPETIDO("parametro-repetido", Severity.ERRO),
  /** No state. */
  SEM_STATE("sem-state", Severity.ERRO),
  /** No nonce. */
  SEM_NONCE("sem-nonce", Severity.ERRO),
  /** A state that can be guessed. */
  STATE_CURTO("state-curto", Severity.AVISO),
  /** A nonce that can be guessed. */
  NONCE_CURTO("nonce-curto", Severity.AVISO),
  /** A state used before; reloading the page does that too, so it is no error. */
  STATE_REPETIDO("state-repetido", Severity.AVISO),
  /** A nonce used before. */
  NONCE_REPETIDO("nonce-repetido", Severity.AVISO),
  /** No PKCE. */
  SEM_PKCE("sem-pkce", Severity.ERRO),
  /** PKCE with another method than S256. */
  PKCE_SEM_S256("pkce-sem-s256", Severity.ERRO),
  /** The login page inside an application. */
  WEBVIEW("webview", Severity.ERRO),

  /** No client credential. */
  SEM_CREDENCIAL("sem-credencial", Severity.ERRO),
  /** The secret is right but for a blank. */
  SEGREDO_COM_ESPACO("segredo-com-espaco", Severity.ERRO),
  /** The secret is wrong. */
  SEGREDO_ERRADO("segredo-errado", Severity.ERRO),
  /** The secret came in the form, not in the header the guide shows. */
  CREDENCIAL_NO_FORMULARIO("credencial-no-formulario", Severity.AVISO),
  /** A browser holds tokens or the secret. */
  TOKEN_NO_NAVEGADOR("token-no-navegador", Severity.ERRO),
  /** Code or secret in the address, where logs keep them. */
  PARAMETROS_NA_URL("parametros-na-url", Severity.AVISO),
  /** The body of a token request is no form. */
  CORPO_NAO_FORMULARIO("corpo-nao-formulario", Severity.ERRO),
  /** A grant that gov.br does not have. */
  GRANT_TYPE("grant-type", Severity.ERRO),
  /** gov.br issues no refresh tokens. */
  SEM_REFRESH("sem-refresh", Severity.ERRO),
  /** A code nobody issued. */
  CODIGO_INVALIDO("codigo-invalido", Severity.ERRO),
  /** A code used before. */
  CODIGO_REPETIDO("codigo-repetido", Severity.ERRO),
  /** A code used too late. */
  CODIGO_VENCIDO("codigo-vencido", Severity.ERRO),
  /** A code issued to another service. */
  CODIGO_DE_OUTRO_SERVICO("codigo-de-outro-servico", Severity.ERRO),
  /** Not the return address of the login. */
  RETORNO_DIFERENTE("retorno-diferente", Severity.ERRO),
  /** Not the verifier of the login. */
  VERIFICADOR_ERRADO("verificador-errado", Severity.ERRO),

  /** No address to come back to after logout. */
  SAIDA_SEM_ENDERECO("saida-sem-endereco", Severity.ERRO),
  /** The address to come back to is not registered. */
  SAIDA_NAO_REGISTRADA("saida-nao-registrada", Severity.ERRO),
  /** The address is in the body, where gov.br does not look. */
  SAIDA_NO_CORPO("saida-no-corpo", Severity.ERRO),
  /** Parameters that OpenID Connect knows and gov.br does not. */
  SAIDA_COM_PARAMETROS("saida-com-parametros", Severity.AVISO),
  /** A logout called by a server ends no browser's session. */
  SAIDA_FORA_DO_NAVEGADOR("saida-fora-do-navegador", Severity.ERRO),

  /** No access token. */
  SEM_TOKEN("sem-token", Severity.ERRO),
  /** An access token this gov.br did not issue. */
  TOKEN_INVALIDO("token-invalido", Severity.ERRO),
  /** The ID token in the place of the access token. */
  ID_TOKEN_NA_API("id-token-na-api", Severity.ERRO),
  /** An access token that has expired. */
  TOKEN_VENCIDO("token-vencido", Severity.ERRO),
  /** An access token without the scope of the API. */
  ESCOPO_DA_API("escopo-da-api", Severity.ERRO),
  /** A CPF that is not the one of the token. */
  CPF_DE_OUTRA_PESSOA("cpf-de-outra-pessoa", Severity.ERRO),
  /** A CPF with dots and hyphen where digits are expected. */
  CPF_COM_PONTUACAO("cpf-com-pontuacao", Severity.ERRO),
  /** An address gov.br has given up. */
  API_OBSOLETA("api-obsoleta", Severity.OBSOLETO),
  /** The guide and the discovery document write it differently. */
  USERINFO_COM_BARRA("userinfo-com-barra", Severity.AVISO),
  /** Two slashes in a row. */
  BARRA_DUPLA("barra-dupla", Severity.ERRO),
  /** An address gov.br does not have. */
  ENDERECO_INEXISTENTE("endereco-inexistente", Severity.ERRO),

  /** Lists the guide has dropped. */
  CATALOGO_PARAMETRO_ANTIGO("catalogo-parametro-antigo", Severity.OBSOLETO),
  /** A list of levels that is none. */
  NIVEIS_ILEGIVEL("niveis-ilegivel", Severity.ERRO),
  /** A credential that was not made for revalidation. */
  CREDENCIAL_SEM_REVALIDACAO("credencial-sem-revalidacao", Severity.ERRO),
  /** A token that names nobody represented. */
  TOKEN_SEM_PROCURACAO("token-sem-procuracao", Severity.ERRO),
  /** A filter with its name of version 1. */
  FILTRO_DA_V1("filtro-da-v1", Severity.OBSOLETO),
  /** The use of a power recorded for another service than the token's. */
  HISTORICO_DE_OUTRO_SERVICO("historico-de-outro-servico", Severity.ERRO),
  /** The use of a power recorded without what gov.br asks for. */
  HISTORICO_INCOMPLETO("historico-incompleto", Severity.ERRO),
  /** Not the token of a desk. */
  SEM_TOKEN_DO_BALCAO("sem-token-do-balcao", Severity.ERRO),
  /** What a desk sent is not whole. */
  ATENDIMENTO_INVALIDO("atendimento-invalido", Severity.ERRO),
  /** Not a token of the gateway. */
  SEM_TOKEN_DO_CONECTA("sem-token-do-conecta", Severity.ERRO),
  /** Nobody is named as the one who asks. */
  SEM_CPF_DO_OPERADOR("sem-cpf-do-operador", Severity.ERRO),
  /** The list of numbers is missing or too long. */
  LISTA_DE_CPF("lista-de-cpf", Severity.ERRO);

  private final String label;
  private final Severity severity;

  Objection(String label, Severity severity) {
    this.label = label;
    this.severity = severity;
  }

  /** Its name in the journal. */
  public String label() {
    return label;
  }

  /** How bad it is. */
  public Severity severity() {
    return severity;
  }

  /** The finding that says so; no value that was sent belongs into the text. */
  public Finding because(String text) {
    return new Finding(label, severity, text);
  }
}
