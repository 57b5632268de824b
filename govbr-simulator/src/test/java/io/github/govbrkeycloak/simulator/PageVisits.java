package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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

  /**
   * A visit.
   *
   * @param template which page is to be seen
   * @param state in which state
   * @param sign what only this page has in this state
   * @param way how to get there
   */
  record Visit(String template, String state, String sign, Consumer<Tour> way) {

    @Override
    public String toString() {
      return template + " (" + state + ")";
    }
  }

  static Stream<Visit> all() {
    return Stream.of(
            start(),
            control(),
            journal(),
            checklist(),
            login(),
            consent(),
            detours(),
            deadEnds(),
            catalogue(),
            revalidation(),
            powers())
        .flatMap(List::stream);
  }

  private static List<Visit> start() {
    return List.of(new Visit("inicio", "sempre", "caption", tour -> tour.open("/")));
  }

  private static List<Visit> control() {
    return List.of(
        new Visit("controle", "normal", ".br-message.success", tour -> tour.open("/simulador")),
        new Visit(
            "controle",
            "nada normal",
            "#ligados",
            tour -> {
              SteeredGovBr govbr = tour.simulator().govbr();
              govbr
                  .behaviours()
                  .activate(
                      Behaviour.ATRASO,
                      Activation.always().at("jwk").times(3).with("valor", "<b>".repeat(60)));
              govbr.behaviours().activate(Behaviour.EXPIRADO, Activation.always());
              govbr.settings().choose(Choice.PKCE_OPTIONAL);
              govbr.clock().stopAt(Instant.parse("2031-05-06T07:08:09Z"));
              tour.open("/simulador");
            }),
        new Visit(
            "controle",
            "botão desconhecido",
            ".br-message.danger",
            tour -> {
              tour.simulator().govbr().clock().stopAt(Instant.parse("2031-05-06T07:08:09Z"));
              tour.open("/simulador")
                  .tamper("document.querySelector('#behave').value = 'x'")
                  .click("#behave");
            }),
        new Visit(
            "comportamento",
            "com parâmetros",
            "#parametro-ms",
            tour -> tour.open("/simulador/comportamento/a-conta-gotas")),
        new Visit(
            "comportamento",
            "sem vezes",
            "#ip",
            tour -> tour.open("/simulador/comportamento/chave-trocada-kid-novo")),
        new Visit(
            "comportamento",
            "recusado",
            ".br-message.danger",
            tour ->
                tour.open("/simulador/comportamento/status")
                    .type("#times", "muitas")
                    .click("#switch-on")));
  }

  private static List<Visit> journal() {
    return List.of(
        new Visit(
            "chamadas",
            "vazia",
            "#vazio",
            tour -> {
              tour.open("/simulador/chamadas");
            }),
        new Visit(
            "chamadas",
            "com e sem achados",
            "#chamadas .danger",
            tour -> {
              someCalls(tour);
              tour.open("/simulador/chamadas");
            }),
        new Visit(
            "chamadas",
            "filtro sem resultado",
            "#sem-filtro",
            tour -> {
              someCalls(tour);
              tour.open("/simulador/chamadas?endpoint=logout&achados=sim");
            }),
        new Visit(
            "chamadas",
            "uma entrada",
            "#sem-filtro",
            tour -> {
              someCalls(tour);
              tour.open("/simulador/chamadas?endpoint=userinfo").click("text=Toda a entrada");
            }),
        new Visit(
            "chamadas",
            "segunda página",
            "#mais-novas",
            tour -> {
              for (int i = 0; i < 30; i++) {
                tour.simulator().service().get("/" + "x".repeat(400) + "/" + i);
              }
              tour.open("/simulador/chamadas").click("#mais-antigas");
            }));
  }

  private static List<Visit> checklist() {
    return List.of(
        new Visit(
            "homologacao", "nada visto", "#itens", tour -> tour.open("/simulador/homologacao")),
        new Visit(
            "homologacao",
            "provados, reprovados e confirmados",
            "[data-situacao=CONFIRMADO]",
            tour -> {
              someCalls(tour);
              tour.simulator().service().get("/logout?post_logout_redirect_uri=https://x.example");
              tour.open("/simulador/homologacao?cliente=" + RelyingParty.CLIENT_ID)
                  .click("#botao button");
            }),
        new Visit(
            "homologacao",
            "serviço desconhecido",
            ".br-message.warning",
            tour -> tour.open("/simulador/homologacao?cliente=nenhum")));
  }

  private static List<Visit> login() {
    return List.of(
        new Visit("conta", "no começo", "[data-persona]", Tour::signIn),
        new Visit(
            "conta",
            "com erro",
            "#error-message-id",
            tour -> tour.signIn().type("#accountId", "123").click("#enter-account-id")),
        new Visit("senha", "no começo", "#submit-button", tour -> tour.signIn().cpfOf("futuro")),
        new Visit(
            "senha",
            "com erro",
            "#error-message-id",
            tour -> tour.signIn().cpfOf("cin").type("#password", "x").click("#submit-button")),
        new Visit(
            "senha-nova",
            "no começo",
            "#change-password",
            tour -> {
              temporaryPassword(tour);
              tour.signIn().type("#accountId", NEW_CITIZEN).click("#enter-account-id");
              tour.type("#password", "Temporaria-1").click("#submit-button");
            }),
        new Visit(
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

  private static List<Visit> consent() {
    return List.of(
        new Visit("autorizacao", "sempre", "#authorize", tour -> tour.signIn().as("nome-social")),
        new Visit(
            "procurador",
            "sempre",
            "[value=own]",
            tour -> tour.signIn(Map.of("scope", POWERS)).as("procurador")));
  }

  private static List<Visit> detours() {
    return List.of(
        new Visit(
            "desvio", "sem CPF", "#accountId", tour -> tour.signIn().click("#create-account")),
        new Visit(
            "desvio",
            "com CPF",
            "#newPassword",
            tour -> tour.signIn().cpfOf("cin").click("#password-recovery")),
        new Visit(
            "desvio",
            "com erro",
            "#error-message-id",
            tour -> tour.signIn().click("#create-account").click("#finish-detour")),
        new Visit(
            "sem-lancador",
            "sempre",
            ".br-message.warning",
            tour -> {
              tour.simulator().service().register(null);
              tour.signIn().cpfOf("cin").click("#password-recovery");
              tour.type("#newPassword", "Outra-senha-1").click("#finish-detour");
            }));
  }

  private static List<Visit> deadEnds() {
    return List.of(
        new Visit("sem-pedido", "sempre", ".br-message", tour -> tour.open("/login")),
        new Visit(
            "formulario-recusado",
            "sempre",
            ".br-message.danger",
            tour ->
                tour.signIn()
                    .tamper("document.querySelectorAll('[name=_csrf]').forEach(f => f.value = 'x')")
                    .as("cin")),
        new Visit("saida-sem-retorno", "sempre", ".br-message", tour -> tour.open("/logout")),
        new Visit(
            "recusa",
            "na entrada",
            ".br-message.danger",
            tour -> tour.signIn(Map.of("client_id", "<b>" + "x".repeat(200)))),
        new Visit(
            "recusa",
            "no catálogo",
            ".br-message.danger",
            tour -> tour.open("/catalogo?client_id=nenhum")));
  }

  private static List<Visit> catalogue() {
    return List.of(
        new Visit(
            "catalogo", "por conta própria", "#selos", tour -> tour.open("/catalogo").as("futuro")),
        new Visit(
            "catalogo", "a pedido", "#faltam", tour -> tour.open(CATALOGUE).as("bronze-senha")),
        new Visit(
            "catalogo",
            "com novidade",
            ".br-message.info",
            tour -> tour.open(CATALOGUE).as("bronze-senha").click("[name=via]").click("#fail")),
        new Visit(
            "catalogo-via",
            "sempre",
            "#succeed",
            tour -> tour.open("/catalogo").as("bronze-senha").click("[name=via]")));
  }

  private static List<Visit> revalidation() {
    return List.of(
        new Visit("revalidacao", "sem sessão", "#accountId", tour -> tour.open(address(tour))),
        new Visit(
            "revalidacao",
            "com erro",
            "#error-message-id",
            tour -> tour.open(address(tour)).click("#submit-button")),
        new Visit(
            "revalidacao",
            "com sessão",
            "dl",
            tour -> tour.open("/catalogo").as("cin").click("#selos").open(address(tour))));
  }

  private static List<Visit> powers() {
    return List.of(
        new Visit("procuracoes", "nenhuma", "#nenhuma-dada", tour -> powersOf(tour, "cin")),
        new Visit(
            "procuracoes", "de todo tipo", "#recebidas", tour -> powersOf(tour, "procurador")),
        new Visit(
            "procuracao-nova", "vazia", "#review", tour -> powersOf(tour, "cin").click("#nova")),
        new Visit(
            "procuracao-nova",
            "com erros",
            "#erro-agent",
            tour -> powersOf(tour, "cin").click("#nova").click("#review")),
        new Visit(
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
        new Visit(
            "procuracao-encerrar",
            "em vigor",
            "#confirm",
            tour -> powersOf(tour, "procurador").click("#recebidas td a")),
        new Visit(
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

  /** A login with all that follows, and some mistakes. */
  private static void someCalls(Tour tour) {
    RelyingParty service = tour.simulator().service();
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("state", UUID.randomUUID().toString());
    String code = service.code("ouro-otp", request);
    service.get("/userinfo", service.exchange(code).tokens().accessToken());
    service.exchange(code);
    request.put("redirect_uri", RelyingParty.REDIRECT_URI + "/");
    request.put("desconhecido-" + "x".repeat(100), "<script>");
    service.get("/authorize?" + RelyingParty.encode(request));
  }
}
