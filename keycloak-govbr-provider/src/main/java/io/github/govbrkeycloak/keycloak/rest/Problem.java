package io.github.govbrkeycloak.keycloak.rest;

import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Why the facade gives no answer, as problem details (RFC 9457). */
enum Problem {
  NOT_AUTHENTICATED(401, "nao-autenticado", "Falta um token deste realm com a audiência govbr."),
  NOT_ALLOWED(403, "sem-permissao", "O token não tem o papel deste recurso no cliente govbr."),
  NO_SUCH_PROVIDER(
      404, "provedor-desconhecido", "Não há provedor de identidade gov.br com esse alias."),
  BAD_REQUEST(
      400,
      "pedido-invalido",
      "pagina começa em 1, tamanho vai de 1 a 100, e busca tem até 100 caracteres."),
  NO_COMPANY(404, "empresa-desconhecida", "A pessoa não está ligada a uma empresa com esse CNPJ."),
  NOT_CONFIGURED(
      501,
      "nao-configurado",
      "O provedor de identidade não pede ao gov.br o escopo deste recurso. Avise o administrador."),
  NO_CERTIFICATE(404, "sem-certificado", "A pessoa não usou certificado digital nesta entrada."),
  NOBODY_REPRESENTED(
      409,
      "ninguem-representado",
      "A pessoa não age por ninguém nesta sessão. Leve-a à etapa govbr-procuracao."),
  NO_POWER(
      404,
      "procuracao-desconhecida",
      "Não há procuração com esse id entre esta pessoa e quem ela representa."),
  NOT_COVERED(
      422, "servico-nao-coberto", "A procuração não está em vigor ou não vale para esse serviço."),
  BAD_USE(
      400,
      "uso-invalido",
      "Mande em JSON servico, um número, e se quiser ocorrido_em, um momento que já passou."),
  TOO_LARGE(413, "pedido-enorme", "O corpo do pedido tem até 4096 bytes."),
  BAD_KEY(
      400,
      "chave-invalida",
      "Mande Idempotency-Key com 8 a 100 letras, números, pontos ou traços, outra a cada uso."),
  KEY_OF_ANOTHER(
      422, "chave-de-outro-pedido", "Essa Idempotency-Key já foi usada com outro pedido."),
  UNDER_WAY(
      409, "em-andamento", "O mesmo pedido está em andamento. Espere o tempo dito em Retry-After."),
  REFUSED(
      502,
      "recusado",
      "O gov.br recusou o pedido do provedor de identidade. Avise o administrador."),
  NO_PHOTO(404, "sem-foto", "A pessoa não tem foto no gov.br."),
  SESSION_EXPIRED(
      409,
      "sessao-expirada",
      "O acesso ao gov.br desta sessão venceu ou não foi guardado. Faça a pessoa entrar de novo."),
  TOO_OFTEN(
      429,
      "pedidos-demais",
      "Houve pedidos demais sobre esta pessoa. Espere o tempo dito em Retry-After."),
  TOO_MANY_WAIT(
      503,
      "muitos-esperam",
      "O gov.br está lento e muitos pedidos esperam. Tente daqui a um minuto."),
  NO_ANSWER(502, "sem-resposta", "O gov.br não respondeu. Tente de novo em alguns minutos.");

  private final int status;
  private final String type;
  private final String title;

  Problem(int status, String type, String title) {
    this.status = status;
    this.type = type;
    this.title = title;
  }

  /** Its name in metrics and events, and the end of its URN. */
  String word() {
    return type;
  }

  /**
   * Whether an administrator should see who it was. A caller above the limit is only counted: it
   * would fill the log.
   */
  boolean isIncident() {
    return this == NOT_ALLOWED;
  }

  Response.ResponseBuilder response() {
    return Response.status(status)
        .type("application/problem+json")
        .entity(Map.of("type", "urn:govbr:" + type, "title", title, "status", status));
  }
}
