package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The way to the pages that steer the simulator and tell about it. */
final class ControlPageVisits {

  private ControlPageVisits() {}

  static List<PageVisit> all() {
    return Stream.of(start(), control(), behaviours(), journal(), partsOfTheJournal(), checklist())
        .flatMap(List::stream)
        .toList();
  }

  private static List<PageVisit> start() {
    return List.of(new PageVisit("inicio", "sempre", "caption", tour -> tour.open("/")));
  }

  private static List<PageVisit> control() {
    return List.of(
        new PageVisit("controle", "normal", ".br-message.success", tour -> tour.open("/simulador")),
        new PageVisit(
            "controle",
            "nada normal",
            "#ligados",
            tour -> {
              SteeredGovBr govbr = tour.simulator().govbr();
              govbr
                  .behaviours()
                  .activate(
                      Behaviour.NIVEL_DESCONHECIDO,
                      Activation.always().at("token").times(3).with("valor", "<b>".repeat(60)));
              govbr.behaviours().activate(Behaviour.EXPIRADO, Activation.always());
              govbr.settings().choose(Choice.PKCE_OPTIONAL);
              govbr.clock().stopAt(Instant.parse("2031-05-06T07:08:09Z"));
              tour.open("/simulador");
            }),
        new PageVisit(
            "controle",
            "botão desconhecido",
            ".br-message.danger",
            tour -> {
              tour.simulator().govbr().clock().stopAt(Instant.parse("2031-05-06T07:08:09Z"));
              tour.open("/simulador")
                  .tamper("document.querySelector('#behave').value = 'x'")
                  .click("#behave");
            }));
  }

  private static List<PageVisit> behaviours() {
    return List.of(
        new PageVisit(
            "comportamento",
            "com parâmetros",
            "#parametro-ms",
            tour -> tour.open("/simulador/comportamento/a-conta-gotas")),
        new PageVisit(
            "comportamento",
            "sem vezes",
            "#ip",
            tour -> tour.open("/simulador/comportamento/chave-trocada-kid-novo")),
        new PageVisit(
            "comportamento",
            "recusado",
            ".br-message.danger",
            tour ->
                tour.open("/simulador/comportamento/status")
                    .type("#times", "muitas")
                    .click("#switch-on")));
  }

  private static List<PageVisit> journal() {
    return List.of(
        new PageVisit(
            "chamadas",
            "vazia",
            "#vazio",
            tour -> {
              tour.open("/simulador/chamadas");
            }),
        new PageVisit(
            "chamadas",
            "com e sem achados",
            "#chamadas .danger",
            tour -> {
              someCalls(tour);
              tour.open("/simulador/chamadas");
            }),
        new PageVisit(
            "chamadas",
            "filtro sem resultado",
            "#sem-filtro",
            tour -> {
              someCalls(tour);
              tour.open("/simulador/chamadas?endpoint=logout&achados=sim");
            }));
  }

  private static List<PageVisit> partsOfTheJournal() {
    return List.of(
        new PageVisit(
            "chamadas",
            "uma entrada",
            "#sem-filtro",
            tour -> {
              someCalls(tour);
              tour.open("/simulador/chamadas?endpoint=userinfo").click("text=Toda a entrada");
            }),
        new PageVisit(
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

  private static List<PageVisit> checklist() {
    return List.of(
        new PageVisit(
            "homologacao", "nada visto", "#itens", tour -> tour.open("/simulador/homologacao")),
        new PageVisit(
            "homologacao",
            "provados, reprovados e confirmados",
            "[data-situacao=CONFIRMADO]",
            tour -> {
              someCalls(tour);
              tour.simulator().service().get("/logout?post_logout_redirect_uri=https://x.example");
              tour.open("/simulador/homologacao?cliente=" + RelyingParty.CLIENT_ID)
                  .click("#botao button");
            }),
        new PageVisit(
            "homologacao",
            "serviço desconhecido",
            ".br-message.warning",
            tour -> tour.open("/simulador/homologacao?cliente=nenhum")));
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
