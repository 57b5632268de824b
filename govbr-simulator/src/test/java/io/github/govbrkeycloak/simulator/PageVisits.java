package io.github.govbrkeycloak.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The way to every page of the simulator, in each of its states. {@link EveryPageIT} fails for a
 * template that is not here: a new page joins with a line for each state.
 */
final class PageVisits {

  private static final String POWERS =
      "openid profile poav2_createPoaAccessHistory_agent"
          + " poav2_retrievePoasByAgentAccountIdAndGrantorAccountIdAndClientIdAndIsActive_agent";
  private static final String NEW_CITIZEN = "52998224725";
  private static final String CATALOGUE =
      "/catalogo?client_id=" + RelyingParty.CLIENT_ID + "&niveis=3";
  private static final String REVALIDATION =
      "/oauth/v1/authorize?response_type=code&client_id=revalidacao.orgao.exemplo.gov.br"
          + "&scope=password-validation&state=x&redirect_uri=RETORNO";

  private PageVisits() {}

  static Stream<PageVisit> all() {
    return Stream.of(
            ControlPageVisits.all(),
            login(),
            consent(),
            detours(),
            deadEnds(),
            catalogue(),
            revalidation(),
            powers())
        .flatMap(List::stream);
  }

  private static List<PageVisit> login() {
    return List.of(
        new PageVisit("conta", "no começo", "[data-persona]", Tour::signIn),
        new PageVisit(
            "conta",
            "com erro",
            "#error-message-id",
            tour -> tour.signIn().type("#accountId", "123").click("#enter-account-id")),
        new PageVisit(
            "senha", "no começo", "#submit-button", tour -> tour.signIn().cpfOf("futuro")),
        new PageVisit(
            "senha",
            "com erro",
            "#error-message-id",
            tour -> tour.signIn().cpfOf("cin").type("#password", "x").click("#submit-button")),
        new PageVisit(
            "senha-nova",
            "no começo",
            "#change-password",
            tour -> {
              temporaryPassword(tour);
              tour.signIn().type("#accountId", NEW_CITIZEN).click("#enter-account-id");
              tour.type("#password", "Temporaria-1").click("#submit-button");
            }),
        new PageVisit(
            "senha-nova",
            "com erro",
            "#error-message-id",
            tour -> {
              temporaryPassword(tour);
              tour.signIn().type("#accountId", NEW_CITIZEN).click("#enter-account-id");
              tour.type("#password", "Temporaria-1").click("#submit-button");
              tour.type("#newPassword", "x").click("#change-password");
            }));
  }

  private static List<PageVisit> consent() {
    return List.of(
        new PageVisit(
            "autorizacao", "sempre", "#authorize", tour -> tour.signIn().as("nome-social")),
        new PageVisit(
            "procurador",
            "sempre",
            "[value=own]",
            tour -> tour.signIn(Map.of("scope", POWERS)).as("procurador")));
  }

  private static List<PageVisit> detours() {
    return List.of(
        new PageVisit(
            "desvio", "sem CPF", "#accountId", tour -> tour.signIn().click("#create-account")),
        new PageVisit(
            "desvio",
            "com CPF",
            "#newPassword",
            tour -> tour.signIn().cpfOf("cin").click("#password-recovery")),
        new PageVisit(
            "desvio",
            "com erro",
            "#error-message-id",
            tour -> tour.signIn().click("#create-account").click("#finish-detour")),
        new PageVisit(
            "sem-lancador",
            "sempre",
            ".br-message.warning",
            tour -> {
              tour.simulator().service().register(null);
              tour.signIn().cpfOf("cin").click("#password-recovery");
              tour.type("#newPassword", "Outra-senha-1").click("#finish-detour");
            }));
  }

  private static List<PageVisit> deadEnds() {
    return List.of(
        new PageVisit("sem-pedido", "sempre", ".br-message", tour -> tour.open("/login")),
        new PageVisit(
            "formulario-recusado",
            "sempre",
            ".br-message.danger",
            tour ->
                tour.signIn()
                    .tamper("document.querySelectorAll('[name=_csrf]').forEach(f => f.value = 'x')")
                    .as("cin")),
        new PageVisit("saida-sem-retorno", "sempre", ".br-message", tour -> tour.open("/logout")),
        new PageVisit(
            "recusa",
            "na entrada",
            ".br-message.danger",
            tour -> tour.signIn(Map.of("client_id", "<b>" + "x".repeat(200)))),
        new PageVisit(
            "recusa",
            "no catálogo",
            ".br-message.danger",
            tour -> tour.open("/catalogo?client_id=nenhum")));
  }

  private static List<PageVisit> catalogue() {
    return List.of(
        new PageVisit(
            "catalogo", "por conta própria", "#selos", tour -> tour.open("/catalogo").as("futuro")),
        new PageVisit(
            "catalogo", "a pedido", "#faltam", tour -> tour.open(CATALOGUE).as("bronze-senha")),
        new PageVisit(
            "catalogo",
            "com novidade",
            ".br-message.info",
            tour -> tour.open(CATALOGUE).as("bronze-senha").click("[name=via]").click("#fail")),
        new PageVisit(
            "catalogo-via",
            "sempre",
            "#succeed",
            tour -> tour.open("/catalogo").as("bronze-senha").click("[name=via]")));
  }

  private static List<PageVisit> revalidation() {
    return List.of(
        new PageVisit("revalidacao", "sem sessão", "#accountId", tour -> tour.open(address(tour))),
        new PageVisit(
            "revalidacao",
            "com erro",
            "#error-message-id",
            tour -> tour.open(address(tour)).click("#submit-button")),
        new PageVisit(
            "revalidacao",
            "com sessão",
            "dl",
            tour -> tour.open("/catalogo").as("cin").click("#selos").open(address(tour))));
  }

  private static List<PageVisit> powers() {
    return List.of(
        new PageVisit("procuracoes", "nenhuma", "#nenhuma-dada", tour -> powersOf(tour, "cin")),
        new PageVisit(
            "procuracoes", "de todo tipo", "#recebidas", tour -> powersOf(tour, "procurador")),
        new PageVisit(
            "procuracao-nova", "vazia", "#review", tour -> powersOf(tour, "cin").click("#nova")),
        new PageVisit(
            "procuracao-nova",
            "com erros",
            "#erro-agent",
            tour -> powersOf(tour, "cin").click("#nova").click("#review")),
        new PageVisit(
            "procuracao-conferir",
            "sempre",
            "#grant",
            tour ->
                powersOf(tour, "cin")
                    .click("#nova")
                    .type("#agent", tour.simulator().govbr().persona("futuro").cpf())
                    .click("[for=service-1]")
                    .type("#until", "2099-12-31")
                    .click("#review")),
        new PageVisit(
            "procuracao-encerrar",
            "em vigor",
            "#confirm",
            tour -> powersOf(tour, "procurador").click("#recebidas td a")),
        new PageVisit(
            "procuracao-ausente",
            "sempre",
            "#back",
            tour -> powersOf(tour, "cin").click("#nenhuma-dada").open("/procuracao/1/revogar")));
  }

  private static Tour powersOf(Tour tour, String persona) {
    return tour.open("/procuracao").as(persona);
  }

  private static String address(Tour tour) {
    String back =
        tour.simulator().govbr().clients().redirectUriOf("revalidacao.orgao.exemplo.gov.br");
    return REVALIDATION.replace("RETORNO", RelyingParty.encode(Map.of("", back)).substring(1));
  }

  private static void temporaryPassword(Tour tour) {
    DeskCall.put(tour.simulator().service(), NEW_CITIZEN);
  }
}
