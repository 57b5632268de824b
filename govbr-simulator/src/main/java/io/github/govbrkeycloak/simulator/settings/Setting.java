package io.github.govbrkeycloak.simulator.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A point on which gov.br's documents contradict each other or say nothing. The simulator does
 * either; see {@link Choice} for the sides.
 */
public enum Setting {
  /** Whether {@code /authorize} insists on PKCE: mandatory for clients, enforcement unproven. */
  PKCE("pkce", "O servidor exige PKCE?"),
  /** Whether {@code /authorize} insists on {@code state} and {@code nonce}. */
  STATE_AND_NONCE("state-nonce", "O servidor exige state e nonce?"),
  /** Whether {@code localhost} may be a return address. */
  LOCALHOST("localhost", "localhost vale como endereço de retorno?"),
  /** How a service may authenticate at {@code /token}. */
  CLIENT_AUTHENTICATION("autenticacao-do-servico", "Como o serviço se identifica em /token?"),
  /** Which error a return address that is not registered causes. */
  WRONG_REDIRECT_URI("redirect-uri-errada", "Qual é o erro de um retorno não registrado?"),
  /** What {@code /token} says to a wrong secret. */
  WRONG_SECRET("segredo-errado", "O que /token diz de um segredo errado?"),
  /** The body of an error that no API describes. */
  ERROR_BODY("corpo-de-erro", "Que nomes tem o corpo genérico de erro?"),
  /** The form of authorization codes. */
  CODE_FORM("forma-do-codigo", "Que forma tem o código de autorização?"),
  /** How long an ID token lasts. */
  ID_TOKEN_LIFETIME("validade-do-id-token", "Quanto dura o ID token?"),
  /** How {@code sub} is written in the ID token. */
  SUBJECT_FORM("forma-do-sub", "Como o ID token escreve o CPF em sub?"),
  /** Whether {@code kid} is among the ID token's claims. */
  KID_CLAIM("kid-nos-dados", "O ID token repete kid entre os dados?"),
  /** Whether the parts of the name are told too. */
  NAME_PARTS("nome-em-partes", "O ID token e o userinfo trazem nome e sobrenome separados?"),
  /** How the company of a certificate is written in tokens. */
  CNPJ_FORM("forma-do-cnpj", "Como os tokens escrevem o CNPJ?"),
  /** What {@code /userinfo/picture} answers. */
  PICTURE("foto", "Como vem a foto?"),
  /** Whether the session ends at a logout that names no registered address. */
  STRANDED_LOGOUT("saida-sem-registro", "Sair com endereço não registrado termina a sessão?"),
  /** Whether {@code /niveis} tells the highest level or all. */
  LEVELS("niveis", "/niveis diz um nível ou todos?"),
  /** How ids of levels and seals are written by the API. */
  SEAL_IDS("ids", "Como as APIs escrevem os ids de níveis e selos?"),
  /** How APIs write dates. */
  DATES("datas", "Como as APIs escrevem as datas?"),
  /** Status for a token that lacks the scope of an API. */
  MISSING_SCOPE("escopo-ausente", "Que status tem a falta de escopo numa API?"),
  /** Where the catalogue sends people back to. */
  CATALOGUE_RETURN("volta-do-catalogo", "Para onde o catálogo devolve a pessoa?"),
  /** The level of the seals of three kinds of desks. */
  DESK_SEALS("selos-de-balcao", "Que nível dão os selos 501, 502 e 503, de balcão?"),
  /** Whether seal 301 can still be obtained. */
  SEAL_301("selo-301", "Ainda se obtém o selo 301?"),
  /** Whether certificate information is an object or a list. */
  CERTIFICATE_BODY("certificado", "/api/x509/info responde objeto ou lista?"),
  /** Who issues tokens of agents under a power of attorney. */
  AGENT_ISSUER("emissor-do-procurador", "Quem emite o token do procurador?"),
  /** Whether the API of powers of attorney demands its scopes of the token. */
  POWER_SCOPES("escopos-da-procuracao", "A API de procuração exige os escopos no token?"),
  /** How the API of powers of attorney writes accounts and services. */
  POWER_IDS("ids-na-procuracao", "Como a API de procuração identifica contas e serviços?"),
  /** Whether the desk must send an e-mail address or a mobile number. */
  DESK_CONTACT("contato-no-balcao", "O balcão precisa mandar e-mail ou celular?"),
  /** The body of a CPF Light answer. */
  CPF_LIGHT_BODY("cpf-light-corpo", "CPF Light responde lista ou objeto?"),
  /** How CPF Light writes dates. */
  CPF_LIGHT_DATES("cpf-light-datas", "Como CPF Light escreve as datas?"),
  /** The number CPF Light uses for a sex that is not known. */
  CPF_LIGHT_SEX("cpf-light-sexo", "Que número CPF Light usa para sexo não informado?"),
  /** Whether any valid CPF may sign in as an invented person. */
  INVENTED_PEOPLE("pessoas-inventadas", "Qualquer CPF válido entra como pessoa inventada?");

  private final String label;
  private final String question;

  Setting(String label, String question) {
    this.label = label;
    this.question = question;
  }

  /** The setting of that name in the control API. */
  public static Optional<Setting> named(String label) {
    return Arrays.stream(values()).filter(setting -> setting.label.equals(label)).findFirst();
  }

  /** Its name in the control API and on the command line. */
  public String label() {
    return label;
  }

  /** What it decides, as a question in Portuguese. */
  public String question() {
    return question;
  }

  /** Its sides; the first one is what the newest documents say, and the default. */
  public List<Choice> choices() {
    return Arrays.stream(Choice.values()).filter(choice -> choice.setting() == this).toList();
  }

  /** The side taken unless told otherwise. */
  public Choice byDefault() {
    return choices().get(0);
  }
}
