package io.github.govbrkeycloak.simulator.behaviour;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everything the simulated gov.br can be told to do other than gov.br would. */
public enum Behaviour {
  /** Answers late. */
  ATRASO(
      "atraso",
      Where.TRANSPORT,
      "responde depois de parametros.ms milissegundos (padrão 1000)",
      Parameter.number("ms", 0, 3_600_000)),
  /** Keeps the connection open and says nothing. */
  NUNCA_RESPONDE("nunca-responde", Where.TRANSPORT, "aceita o pedido e nunca responde"),
  /** Drops the connection with a TCP reset, as gov.br's firewall does. */
  CONEXAO_REINICIADA("conexao-reiniciada", Where.TRANSPORT, "reinicia a conexão TCP"),
  /** Answers an error instead of doing the work. */
  STATUS(
      "status",
      Where.TRANSPORT,
      "responde parametros.status (padrão 503) sem fazer o trabalho",
      Parameter.number("status", 200, 599)),
  /** Answers a maintenance page. */
  CORPO_NAO_JSON("corpo-nao-json", Where.TRANSPORT, "responde 200 com uma página HTML"),
  /** Answers more than anybody should read. */
  CORPO_ENORME(
      "corpo-enorme",
      Where.TRANSPORT,
      "responde 200 com JSON de parametros.bytes (padrão 20971520)",
      Parameter.number("bytes", 17, 1_073_741_824)),
  /** Breaks off in the middle of the real answer. */
  CORPO_TRUNCADO("corpo-truncado", Where.TRANSPORT, "corta a resposta no meio e fecha a conexão"),
  /** Answers success and nothing else. */
  CORPO_VAZIO("corpo-vazio", Where.TRANSPORT, "responde 200 sem corpo"),
  /** Answers so slowly that no read ever times out. */
  A_CONTA_GOTAS(
      "a-conta-gotas",
      Where.TRANSPORT,
      "responde parametros.bytes (padrão 30), um a cada parametros.ms (padrão 1000)",
      Parameter.number("bytes", 1, 100_000),
      Parameter.number("ms", 1, 600_000)),
  /** Refuses because there were too many calls. */
  LIMITE_DE_CHAMADAS(
      "limite-de-chamadas",
      Where.TRANSPORT,
      "responde 429 com Retry-After de parametros.segundos (padrão 60)",
      Parameter.number("segundos", 0, 86_400)),
  /** The whole of gov.br is down, and says so on a page. */
  FORA_DO_AR("fora-do-ar", Where.TRANSPORT, "responde 503 com a página de sistema fora do ar"),
  /** Drops the calls of some address, which is what gov.br's firewall does to unknown servers. */
  FIREWALL("firewall", Where.TRANSPORT, "reinicia a conexão de quem chama (use com ip para um só)"),

  /** ID token with {@code alg} none. */
  SEM_ASSINATURA("sem-assinatura", Where.SIGNATURE, "id_token com alg none, sem assinatura"),
  /** ID token signed with a key that is published nowhere. */
  ASSINATURA_ERRADA(
      "assinatura-errada", Where.SIGNATURE, "id_token assinado por chave que /jwk não publica"),
  /** Rotation without a new name: tokens and {@code /jwk} use another key under the same kid. */
  CHAVE_TROCADA_MESMO_KID(
      "chave-trocada-mesmo-kid",
      Where.SIGNATURE,
      "tokens e /jwk passam a usar outra chave com o mesmo kid (sem vezes)"),
  /** An ordinary rotation: tokens and {@code /jwk} use another key under another kid. */
  CHAVE_TROCADA_KID_NOVO(
      "chave-trocada-kid-novo",
      Where.SIGNATURE,
      "tokens e /jwk passam a usar outra chave com outro kid (sem vezes)"),
  /** The classic confusion: the public key, in PEM, serves as the secret of an HMAC. */
  HS256_COM_CHAVE_PUBLICA(
      "hs256-com-chave-publica",
      Where.SIGNATURE,
      "id_token com alg HS256 e a chave pública (PEM) como segredo"),
  /** ID token that does not say which key signed it. */
  SEM_KID("sem-kid", Where.SIGNATURE, "id_token sem kid no cabeçalho"),

  /** ID token with any header, signed by any of the test keys. */
  CABECALHO_TROCADO(
      "cabecalho-trocado",
      Where.SIGNATURE,
      "id_token com os campos parametros.dados no cabeçalho, assinado por parametros.chave"
          + " (publicada, trocada, desconhecida)",
      Parameter.object("dados"),
      Parameter.text("chave")),
  /** ID token that brings the key to check it with. */
  CHAVE_NO_CABECALHO(
      "chave-no-cabecalho",
      Where.SIGNATURE,
      "id_token assinado por chave desconhecida, que vem no próprio cabeçalho (jwk)"),
  /** ID token whose third part is empty although its header names an algorithm. */
  ASSINATURA_CORTADA(
      "assinatura-cortada", Where.SIGNATURE, "id_token com alg RS256 e sem assinatura"),
  /** ID token with one character of its signature changed. */
  ASSINATURA_ALTERADA(
      "assinatura-alterada", Where.SIGNATURE, "id_token com a assinatura mudada em um caractere"),
  /** ID token that is encrypted, which gov.br never does. */
  ID_TOKEN_CIFRADO("id-token-cifrado", Where.SIGNATURE, "id_token assinado e depois cifrado"),
  /** ID token within a token. */
  ID_TOKEN_ANINHADO("id-token-aninhado", Where.SIGNATURE, "id_token dentro de outro token"),

  /** ID token with any claims. */
  CLAIMS_TROCADOS(
      "claims-trocados",
      Where.ID_TOKEN,
      "id_token com os dados de parametros.dados (null retira), bem assinado",
      Parameter.object("dados")),
  /** ID token that says the same thing twice, differently. */
  CLAIMS_REPETIDOS(
      "claims-repetidos",
      Where.ID_TOKEN,
      "id_token com parametros.nome (padrão sub) duas vezes; a segunda é parametros.valor",
      Parameter.text("nome"),
      Parameter.text("valor")),
  /** ID token for another client. */
  AUD_ERRADO(
      "aud-errado",
      Where.ID_TOKEN,
      "id_token com aud de outro cliente (parametros.valor)",
      Parameter.text("valor")),
  /** ID token of another issuer. */
  ISS_ERRADO(
      "iss-errado",
      Where.ID_TOKEN,
      "id_token com iss de outro emissor (parametros.valor)",
      Parameter.text("valor")),
  /** ID token whose subject is no CPF. */
  SUB_INVALIDO(
      "sub-invalido",
      Where.ID_TOKEN,
      "id_token com sub que não é CPF (parametros.valor)",
      Parameter.text("valor")),
  /** ID token about somebody else, whom the access token and userinfo do not know. */
  SUB_TROCADO(
      "sub-trocado",
      Where.ID_TOKEN,
      "id_token com sub e preferred_username de outra pessoa fictícia"),
  /** ID token that expired an hour ago. */
  EXPIRADO("expirado", Where.ID_TOKEN, "id_token vencido há uma hora"),
  /** ID token that does not say when it was issued. */
  SEM_IAT("sem-iat", Where.ID_TOKEN, "id_token sem iat"),
  /** ID token without nonce. */
  SEM_NONCE("sem-nonce", Where.ID_TOKEN, "id_token sem nonce"),
  /** ID token with a nonce nobody sent. */
  NONCE_ERRADO(
      "nonce-errado",
      Where.ID_TOKEN,
      "id_token com nonce diferente do enviado (parametros.valor)",
      Parameter.text("valor")),
  /** ID token without level and seals although the scope was granted. */
  SEM_RELIABILITY_INFO(
      "sem-reliability-info", Where.ID_TOKEN, "id_token sem reliability_info apesar do escopo"),

  /** ID token issued in the future. */
  IAT_NO_FUTURO("iat-no-futuro", Where.ID_TOKEN, "id_token emitido daqui a uma hora"),
  /** ID token meant for another party. */
  AZP_ERRADO(
      "azp-errado",
      Where.ID_TOKEN,
      "id_token com azp de outro serviço (parametros.valor)",
      Parameter.text("valor")),
  /** The clocks differ. */
  RELOGIO_TORTO(
      "relogio-torto",
      Where.ID_TOKEN,
      "iat, exp e auth_time do id_token adiantados parametros.segundos (padrão 300; pode ser"
          + " negativo)",
      Parameter.number("segundos", -315_360_000, 315_360_000)),
  /** {@code aud} as an array, which gov.br does not do and the standard allows. */
  AUD_EM_LISTA("aud-em-lista", Where.ID_TOKEN, "id_token com aud em lista"),
  /** {@code scope} as a text, which gov.br does not do in tokens. */
  ESCOPO_EM_TEXTO("escopo-em-texto", Where.ID_TOKEN, "id_token com scope em texto"),
  /** {@code amr} as a text. */
  AMR_EM_TEXTO("amr-em-texto", Where.ID_TOKEN, "id_token com amr em texto"),
  /** Any claim is missing. */
  SEM_CLAIM(
      "sem-claim",
      Where.ID_TOKEN,
      "id_token sem o dado parametros.nome (padrão name)",
      Parameter.text("nome")),
  /** A level nobody has heard of. */
  NIVEL_DESCONHECIDO(
      "nivel-desconhecido",
      Where.ID_TOKEN,
      "nível parametros.valor (padrão diamond)",
      Parameter.text("valor")),
  /** A seal nobody has heard of. */
  SELO_DESCONHECIDO(
      "selo-desconhecido",
      Where.ID_TOKEN,
      "mais o selo parametros.valor (padrão 9999)",
      Parameter.text("valor")),
  /** A factor nobody has heard of. */
  AMR_DESCONHECIDO(
      "amr-desconhecido",
      Where.ID_TOKEN,
      "mais o fator parametros.valor (padrão iris)",
      Parameter.text("valor")),

  /** Userinfo about somebody else. */
  SUB_DE_OUTRA_PESSOA(
      "sub-de-outra-pessoa", Where.USERINFO, "userinfo inteiro de outra pessoa fictícia"),

  /** The code is refused as if it had expired. */
  CODIGO_EXPIRADO("codigo-expirado", Where.CODE, "/token recusa o código como vencido"),
  /** The code can be used again. */
  CODIGO_REUTILIZAVEL("codigo-reutilizavel", Where.CODE, "/token aceita o mesmo código outra vez"),

  /** The code verifier is not looked at. */
  PKCE_NAO_CONFERIDO("pkce-nao-conferido", Where.CODE, "/token não confere o code_verifier"),

  /** Access token that has expired before it is used. */
  ACCESS_TOKEN_VENCIDO(
      "access-token-vencido", Where.TOKEN_ANSWER, "resposta de /token com access_token já vencido"),
  /** Access token with any claims. */
  CLAIMS_DO_ACCESS_TOKEN_TROCADOS(
      "claims-do-access-token-trocados",
      Where.TOKEN_ANSWER,
      "access_token com os dados de parametros.dados (null retira), bem assinado",
      Parameter.object("dados")),
  /** Token answer without ID token. */
  SEM_ID_TOKEN("sem-id-token", Where.TOKEN_ANSWER, "resposta de /token sem id_token"),
  /** Token answer with {@code scope} as an array. */
  ESCOPO_EM_LISTA("escopo-em-lista", Where.TOKEN_ANSWER, "resposta de /token com scope em lista"),

  /** A JSON answer without one of its fields. */
  SEM_CAMPO(
      "sem-campo",
      Where.ANSWER,
      "resposta JSON sem o campo parametros.nome (padrão: o primeiro)",
      Parameter.text("nome")),
  /** A JSON answer with another value than it should have, of any type. */
  CAMPO_TROCADO(
      "campo-trocado",
      Where.ANSWER,
      "resposta JSON com parametros.valor (padrão inesperado) no campo parametros.nome",
      Parameter.anything("valor"),
      Parameter.text("nome")),
  /** A JSON answer with a list where there is none. */
  CAMPO_EM_LISTA(
      "campo-em-lista",
      Where.ANSWER,
      "resposta JSON com o campo parametros.nome em lista",
      Parameter.text("nome")),
  /** A JSON answer with a text where a list, a number or a boolean is. */
  CAMPO_EM_TEXTO(
      "campo-em-texto",
      Where.ANSWER,
      "resposta JSON com o campo parametros.nome em texto",
      Parameter.text("nome")),
  /** A JSON answer that comes in a list. */
  CORPO_EM_LISTA("corpo-em-lista", Where.ANSWER, "resposta JSON inteira dentro de uma lista"),
  /** The first thing of a list alone. */
  CORPO_SEM_LISTA(
      "corpo-sem-lista", Where.ANSWER, "só o primeiro item, sem a lista, numa resposta em lista"),
  /** Lists with nothing in them. */
  LISTA_VAZIA("lista-vazia", Where.ANSWER, "resposta JSON com todas as listas vazias");

  private final String label;
  private final Where where;
  private final String description;
  private final List<Parameter> parameters;

  Behaviour(String label, Where where, String description, Parameter... parameters) {
    this.label = label;
    this.where = where;
    this.description = description;
    this.parameters = List.of(parameters);
  }

  /** The behaviour of that name in the control API. */
  public static Optional<Behaviour> named(String label) {
    return Arrays.stream(values()).filter(b -> b.label.equals(label)).findFirst();
  }

  /** Whether it makes no sense to do it a number of times: it concerns several answers. */
  public boolean isLasting() {
    return this == CHAVE_TROCADA_MESMO_KID || this == CHAVE_TROCADA_KID_NOVO;
  }

  /** Its name in the control API. */
  public String label() {
    return label;
  }

  /** Where it acts. */
  public Where where() {
    return where;
  }

  /** What it does, in Portuguese. */
  public String description() {
    return description;
  }

  /** What it can be told, apart from which token it is about where there are two. */
  public List<Parameter> parameters() {
    return parameters;
  }
}
