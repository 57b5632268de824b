package io.github.govbrkeycloak.simulator.settings;

/** One side of a {@link Setting}. The first side of each setting is its default. */
public enum Choice {
  /** gov.br's guide makes PKCE mandatory for clients. */
  PKCE_REQUIRED(Setting.PKCE, "obrigatorio", "recusa quem não manda code_challenge"),
  /** Services have been seen to sign people in without PKCE. */
  PKCE_OPTIONAL(Setting.PKCE, "opcional", "aceita quem não manda code_challenge"),

  /** The newest guide. */
  STATE_AND_NONCE_REQUIRED(Setting.STATE_AND_NONCE, "obrigatorios", "recusa quem não manda"),
  /** The guide of January 2021. */
  STATE_AND_NONCE_OPTIONAL(Setting.STATE_AND_NONCE, "opcionais", "aceita quem não manda"),

  /** gov.br's own PHP sample returns to localhost. */
  LOCALHOST_ACCEPTED(Setting.LOCALHOST, "aceito", "vale como qualquer endereço registrado"),
  /** An agency in production reports that ordinary credentials may not. */
  LOCALHOST_REFUSED(Setting.LOCALHOST, "recusado", "recusa, mesmo registrado"),

  /** What the discovery document says. */
  BASIC_AND_POST(
      Setting.CLIENT_AUTHENTICATION, "basic-e-post", "no cabeçalho Basic ou no formulário"),
  /** What two services report. */
  BASIC_ONLY(Setting.CLIENT_AUTHENTICATION, "so-basic", "só no cabeçalho Basic"),

  /** The guide's list of errors. */
  REDIRECT_INVALID_GRANT(
      Setting.WRONG_REDIRECT_URI, "invalid_grant", "URL used in authorize is not registered"),
  /** Reported by a public library. */
  REDIRECT_UNAUTHORIZED_CLIENT(
      Setting.WRONG_REDIRECT_URI, "unauthorized_client", "erro unauthorized_client"),

  /** The guide's list of errors, and measured. */
  SECRET_BAD_CREDENTIALS(
      Setting.WRONG_SECRET, "bad-credentials", "401 com error=unauthorized e Bad credentials"),
  /** The same list, as a Spring client tells it. */
  SECRET_NO_BODY(Setting.WRONG_SECRET, "sem-corpo", "401 sem corpo"),

  /** The newest guide, with its misspelling. */
  ERRO_DESCRIPTION(Setting.ERROR_BODY, "erro_description", "error e erro_description"),
  /** The guide of January 2021 and the desk's manual. */
  CODIGO_DESCRICAO(Setting.ERROR_BODY, "codigo-descricao", "codigo e descricao"),

  /** Today's codes: a compact JWE of about 150 characters with two dots in a row. */
  CODE_JWE(Setting.CODE_FORM, "jwe", "JWE compacto, com dois pontos seguidos"),
  /** Codes of 2022. */
  CODE_UUIDS(Setting.CODE_FORM, "uuids", "três UUIDs unidos por ponto"),
  /** Codes of 2021. */
  CODE_SHORT(Setting.CODE_FORM, "curto", "seis letras e números"),

  /** The guide's text. */
  ID_TOKEN_60_SECONDS(Setting.ID_TOKEN_LIFETIME, "60", "60 segundos"),
  /** The guide's sample. */
  ID_TOKEN_600_SECONDS(Setting.ID_TOKEN_LIFETIME, "600", "600 segundos"),

  /** Real tokens, and the sample access token. */
  SUBJECT_DIGITS(Setting.SUBJECT_FORM, "digitos", "onze números"),
  /** The sample ID token. */
  SUBJECT_HYPHEN(Setting.SUBJECT_FORM, "com-hifen", "hífen antes dos dois últimos"),

  /** The sample ID token. */
  KID_CLAIM_PRESENT(Setting.KID_CLAIM, "sim", "kid aparece no corpo do token"),
  /** The table of claims. */
  KID_CLAIM_ABSENT(Setting.KID_CLAIM, "nao", "kid só no cabeçalho"),

  /** The guide, and measured. */
  NAME_WHOLE(Setting.NAME_PARTS, "nao", "só name"),
  /** An agency maps them from gov.br's tokens. */
  NAME_IN_PARTS(Setting.NAME_PARTS, "sim", "name, given_name e family_name"),

  /** The sample. */
  CNPJ_FORMATTED(Setting.CNPJ_FORM, "com-pontuacao", "com pontos, barra e hífen"),
  /** As the API of companies writes it. */
  CNPJ_PLAIN(Setting.CNPJ_FORM, "sem-pontuacao", "só os 14 caracteres"),

  /** What both official samples expect. */
  PICTURE_BYTES(Setting.PICTURE, "bytes", "os bytes da imagem"),
  /** The guide's text. */
  PICTURE_BASE64(Setting.PICTURE, "base64", "a imagem em Base64"),

  /** Most reports. */
  STRANDED_SESSION_ENDS(Setting.STRANDED_LOGOUT, "sim", "termina, e a pessoa fica no gov.br"),
  /** Some reports. */
  STRANDED_SESSION_SURVIVES(Setting.STRANDED_LOGOUT, "nao", "a sessão do gov.br continua"),

  /** What consumers that read the first entry expect. */
  HIGHEST_LEVEL(Setting.LEVELS, "um", "só o maior"),
  /** What a consumer notes as possible. */
  ALL_LEVELS(Setting.LEVELS, "todos", "do bronze até o maior"),

  /** What consumers compare with. */
  BARE_IDS(Setting.SEAL_IDS, "simples", "só o número"),
  /** What the guide prints. */
  EXPLAINED_IDS(Setting.SEAL_IDS, "com-nome", "número e nome, como 1 (Bronze)"),

  /** Dates seen everywhere on the platform. */
  ISO_DATES(Setting.DATES, "iso", "2025-08-19T16:41:24.853-0300"),
  /** The guide's mask. */
  MASKED_DATES(Setting.DATES, "mascara", "2025-08-19 16:41:24"),

  /** A remark in the newest guide's source. */
  MISSING_SCOPE_401(Setting.MISSING_SCOPE, "401", "status 401"),
  /** The sample error. */
  MISSING_SCOPE_403(Setting.MISSING_SCOPE, "403", "status 403"),

  /** The newest guide. */
  RETURN_TO_REDIRECT_URI(
      Setting.CATALOGUE_RETURN, "redirect-uri", "ao endereço de retorno registrado"),
  /** The guide of 2021. */
  RETURN_TO_LAUNCHER(Setting.CATALOGUE_RETURN, "lancador", "à URL de lançador de serviços"),

  /** The newest guide. */
  DESK_SEALS_BRONZE(Setting.DESK_SEALS, "bronze", "bronze"),
  /** The guide of 2021, which calls these accounts verified. */
  DESK_SEALS_SILVER(Setting.DESK_SEALS, "prata", "prata, a conta verificada de 2021"),

  /** Since January 2026. */
  SEAL_301_DISCONTINUED(Setting.SEAL_301, "nao", "não se obtém mais"),
  /** The guide for staging accounts still shows it. */
  SEAL_301_OBTAINABLE(Setting.SEAL_301, "sim", "ainda se obtém"),

  /** Since June 2025. */
  CERTIFICATE_OBJECT(Setting.CERTIFICATE_BODY, "objeto", "um objeto"),
  /** The guide of 2021. */
  CERTIFICATE_LIST(Setting.CERTIFICATE_BODY, "lista", "uma lista de um objeto"),

  /** The newest text. */
  AGENT_ISSUER_SSO(Setting.AGENT_ISSUER, "mesmo", "o emissor de sempre"),
  /** The text of version 1. */
  AGENT_ISSUER_SSO2(Setting.AGENT_ISSUER, "sso2", "um endereço com sso2 no lugar de sso"),

  /** The text. */
  POWER_SCOPES_REQUIRED(Setting.POWER_SCOPES, "exigidos", "o token precisa ter o escopo"),
  /** The sample token has none of them. */
  POWER_SCOPES_NOT_REQUIRED(Setting.POWER_SCOPES, "dispensados", "basta ser token de procurador"),

  /** The samples of version 2. */
  POWER_IDS_UUID(Setting.POWER_IDS, "uuid", "UUID"),
  /** What filters take and tokens say. */
  POWER_IDS_CPF(Setting.POWER_IDS, "cpf", "CPF da conta e client_id do serviço"),

  /** The desk's manual. */
  DESK_CONTACT_OPTIONAL(Setting.DESK_CONTACT, "opcional", "os dois são opcionais"),
  /** The form of the integration plan. */
  DESK_CONTACT_REQUIRED(Setting.DESK_CONTACT, "obrigatorio", "ao menos um dos dois"),

  /** What consumers read. */
  CPF_LIGHT_LIST(Setting.CPF_LIGHT_BODY, "lista", "uma lista"),
  /** One consumer's test data. */
  CPF_LIGHT_OBJECT(Setting.CPF_LIGHT_BODY, "objeto", "um objeto com listaCpfCompleto"),

  /** What consumers read. */
  CPF_LIGHT_YEAR_FIRST(Setting.CPF_LIGHT_DATES, "aaaammdd", "ano, mês e dia"),
  /** The study of 2021. */
  CPF_LIGHT_DAY_FIRST(Setting.CPF_LIGHT_DATES, "ddmmaaaa", "dia, mês e ano"),

  /** The study of 2021. */
  CPF_LIGHT_SEX_3(Setting.CPF_LIGHT_SEX, "3", "3"),
  /** One consumer's note. */
  CPF_LIGHT_SEX_9(Setting.CPF_LIGHT_SEX, "9", "9"),

  /** A convenience of the simulator. */
  PEOPLE_INVENTED(Setting.INVENTED_PEOPLE, "sim", "inventa a pessoa, sempre a mesma"),
  /** Only the people in the fixtures. */
  PEOPLE_NOT_INVENTED(Setting.INVENTED_PEOPLE, "nao", "só entram as pessoas da lista");

  private final Setting setting;
  private final String label;
  private final String description;

  Choice(Setting setting, String label, String description) {
    this.setting = setting;
    this.label = label;
    this.description = description;
  }

  /** What it is a side of. */
  public Setting setting() {
    return setting;
  }

  /** Its name in the control API and on the command line. */
  public String label() {
    return label;
  }

  /** What the simulator does then, in Portuguese. */
  public String description() {
    return description;
  }
}
