package io.github.govbrkeycloak.simulator.behaviour;

import java.util.Arrays;
import java.util.Optional;

/** Everything the simulated gov.br can be told to do other than gov.br would. */
public enum Behaviour {
  /** Answers late. */
  ATRASO("atraso", Where.TRANSPORT, "responde depois de parametros.ms milissegundos (padrão 1000)"),
  /** Keeps the connection open and says nothing. */
  NUNCA_RESPONDE("nunca-responde", Where.TRANSPORT, "aceita o pedido e nunca responde"),
  /** Drops the connection with a TCP reset, as gov.br's firewall does. */
  CONEXAO_REINICIADA("conexao-reiniciada", Where.TRANSPORT, "reinicia a conexão TCP"),
  /** Answers an error instead of doing the work. */
  STATUS("status", Where.TRANSPORT, "responde parametros.status (padrão 503) sem fazer o trabalho"),
  /** Answers a maintenance page. */
  CORPO_NAO_JSON("corpo-nao-json", Where.TRANSPORT, "responde 200 com uma página HTML"),
  /** Answers more than anybody should read. */
  CORPO_ENORME(
      "corpo-enorme",
      Where.TRANSPORT,
      "responde 200 com JSON de parametros.bytes (padrão 20971520)"),
  /** Breaks off in the middle of the real answer. */
  CORPO_TRUNCADO("corpo-truncado", Where.TRANSPORT, "corta a resposta no meio e fecha a conexão"),

  /** ID token with {@code alg} none. */
  SEM_ASSINATURA("sem-assinatura", Where.SIGNATURE, "id_token com alg none, sem assinatura"),
  /** ID token signed with a key that is published nowhere. */
  ASSINATURA_ERRADA(
      "assinatura-errada", Where.SIGNATURE, "id_token assinado por chave que /jwk não publica"),
  /** Rotation without a new name: tokens and {@code /jwk} use another key under the same kid. */
  CHAVE_TROCADA_MESMO_KID(
      "chave-trocada-mesmo-kid",
      Where.SIGNATURE,
      "tokens e /jwk passam a usar outra chave com o mesmo kid (use sem vezes)"),

  /** ID token for another client. */
  AUD_ERRADO("aud-errado", Where.ID_TOKEN, "id_token com aud de outro cliente"),
  /** ID token of another issuer. */
  ISS_ERRADO("iss-errado", Where.ID_TOKEN, "id_token com iss de outro emissor"),
  /** ID token whose subject is no CPF. */
  SUB_INVALIDO("sub-invalido", Where.ID_TOKEN, "id_token com sub que não é CPF (parametros.valor)"),
  /** ID token that expired an hour ago. */
  EXPIRADO("expirado", Where.ID_TOKEN, "id_token vencido há uma hora"),
  /** ID token that does not say when it was issued. */
  SEM_IAT("sem-iat", Where.ID_TOKEN, "id_token sem iat"),
  /** ID token without nonce. */
  SEM_NONCE("sem-nonce", Where.ID_TOKEN, "id_token sem nonce"),
  /** ID token with a nonce nobody sent. */
  NONCE_ERRADO("nonce-errado", Where.ID_TOKEN, "id_token com nonce diferente do enviado"),
  /** ID token without level and seals although the scope was granted. */
  SEM_RELIABILITY_INFO(
      "sem-reliability-info", Where.ID_TOKEN, "id_token sem reliability_info apesar do escopo"),

  /** Userinfo about somebody else. */
  SUB_DE_OUTRA_PESSOA(
      "sub-de-outra-pessoa", Where.USERINFO, "userinfo com sub de outra pessoa fictícia"),

  /** The code is refused as if it had expired. */
  CODIGO_EXPIRADO("codigo-expirado", Where.CODE, "/token recusa o código como vencido"),
  /** The code can be used again. */
  CODIGO_REUTILIZAVEL("codigo-reutilizavel", Where.CODE, "/token aceita o mesmo código outra vez"),

  /** Token answer with {@code scope} as an array. */
  ESCOPO_EM_LISTA("escopo-em-lista", Where.TOKEN_ANSWER, "resposta de /token com scope em lista");

  /** Where in the work on a request a behaviour acts. */
  public enum Where {
    /** On the connection, before or around the real work. */
    TRANSPORT,
    /** On the signature of the ID token, or on the keys. */
    SIGNATURE,
    /** On the claims of the ID token. */
    ID_TOKEN,
    /** On the userinfo answer. */
    USERINFO,
    /** On the authorization code. */
    CODE,
    /** On the token endpoint's answer. */
    TOKEN_ANSWER
  }

  private final String label;
  private final Where where;
  private final String description;

  Behaviour(String label, Where where, String description) {
    this.label = label;
    this.where = where;
    this.description = description;
  }

  /** The behaviour of that name in the control API. */
  public static Optional<Behaviour> named(String label) {
    return Arrays.stream(values()).filter(b -> b.label.equals(label)).findFirst();
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
}
