package io.github.govbrkeycloak.simulator.homologacao;

import static io.github.govbrkeycloak.simulator.homologacao.Evidence.leadsTo;
import static io.github.govbrkeycloak.simulator.homologacao.Evidence.sending;
import static io.github.govbrkeycloak.simulator.homologacao.Evidence.to;

import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.diagnosis.UserAgent;
import io.github.govbrkeycloak.simulator.http.CallLog.Entry;
import io.github.govbrkeycloak.simulator.journal.Destination;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The requirements, in the order of a login. They are those of gov.br's guide (roteiro: Passos 3 to
 * 13, "erros comuns") and of its integration plan: button, PKCE, state, nonce, tokens in the
 * server, logout; and what is known to break integrations.
 */
final class Requirements {

  private static final String IDTOKEN_SCOPE = "govbr_confiabilidades_idtoken";

  private Requirements() {}

  static List<Requirement> all() {
    return Stream.of(
            freshLogins(),
            registeredLogins(),
            exchanges(),
            useOfTokens(),
            departures(),
            otherPaths(),
            whatNobodySeesOnTheWire())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Requirement> freshLogins() {
    return List.of(
        ByHand.anytime(
            "botao",
            "O botão diz “Entrar com gov.br”",
            "Use o botão do Design System, com esse texto, e mostre-o no vídeo."),
        new Observed(
            "pkce",
            "Toda entrada usa PKCE com S256",
            calls(
                ((Predicate<Entry>) Evidence::gotTokens)
                    .and(sending("code_verifier", sent -> sent.tamanho() > 0))),
            1,
            Set.of(Objection.SEM_PKCE, Objection.PKCE_SEM_S256, Objection.VERIFICADOR_ERRADO),
            "Entre uma vez, até o fim, com code_challenge em /authorize e code_verifier em"
                + " /token."),
        new Observed(
            "state",
            "state em toda entrada, sempre novo",
            calls(Evidence::beganLogin),
            2,
            Set.of(Objection.SEM_STATE, Objection.STATE_CURTO, Objection.STATE_REPETIDO),
            "Entre ao menos duas vezes."),
        new Observed(
            "nonce",
            "nonce em toda entrada, sempre novo",
            calls(Evidence::beganLogin),
            2,
            Set.of(Objection.SEM_NONCE, Objection.NONCE_CURTO, Objection.NONCE_REPETIDO),
            "Entre ao menos duas vezes."));
  }

  private static List<Requirement> registeredLogins() {
    return List.of(
        new Observed(
            "retorno",
            "redirect_uri igual à registrada, letra por letra",
            calls(Evidence::beganLogin),
            1,
            Set.of(Objection.RETORNO_NAO_REGISTRADO, Objection.RETORNO_DIFERENTE),
            "Use em /authorize e em /token o endereço registrado."),
        new Observed(
            "escopos",
            "Só pede escopos liberados, com openid",
            calls(Evidence::beganLogin),
            1,
            Set.of(Objection.ESCOPO_NAO_LIBERADO, Objection.ESCOPO_COM_MAIS, Objection.SEM_OPENID),
            "Peça ao gov.br os escopos que faltam, ou tire-os da lista."),
        new Observed(
            "navegador",
            "A página de entrada abre no navegador, não numa WebView",
            calls(
                ((Predicate<Entry>) Evidence::beganLogin)
                    .and(
                        sending(
                            "User-Agent",
                            sent -> UserAgent.NAVEGADOR.title().equals(sent.valor())))),
            1,
            Set.of(Objection.WEBVIEW),
            "Entre com um navegador; no celular, abra o do aparelho."));
  }

  private static List<Requirement> exchanges() {
    return List.of(
        new Observed(
            "troca-no-servidor",
            "O servidor troca o código por tokens, com Basic",
            calls(
                ((Predicate<Entry>) Evidence::gotTokens)
                    .and(sending("Authorization", sent -> "Basic".equals(sent.valor())))),
            1,
            to("token"),
            Set.of(
                Objection.TOKEN_NO_NAVEGADOR,
                Objection.CREDENCIAL_NO_FORMULARIO,
                Objection.PARAMETROS_NA_URL),
            "Chame /token do servidor, com Authorization: Basic e os parâmetros no corpo."),
        new Observed(
            "codigo",
            "Cada código é usado uma vez, e logo",
            calls(Evidence::gotTokens),
            1,
            Set.of(
                Objection.CODIGO_REPETIDO,
                Objection.CODIGO_VENCIDO,
                Objection.CODIGO_DE_OUTRO_SERVICO),
            "Troque o código assim que a pessoa voltar; ao recarregar a página, não troque de"
                + " novo."));
  }

  private static List<Requirement> useOfTokens() {
    return List.of(
        new Observed(
            "tokens-no-servidor",
            "Os tokens não passam pelo navegador, e o ID token não vai para as APIs",
            calls(Evidence::gotData),
            1,
            Set.of(Objection.TOKEN_NO_NAVEGADOR, Objection.ID_TOKEN_NA_API),
            "Chame /userinfo ou uma API do servidor, com o access token. Se o serviço não chama"
                + " nenhuma, este item não se aplica."),
        new Observed(
            "nivel",
            "Lê o nível no ID token, não em /niveis",
            (evidence, call) ->
                Evidence.gotTokens(call) && evidence.loginAskedFor(call, IDTOKEN_SCOPE),
            1,
            to("niveis").or(to("categorias")),
            Set.of(Objection.API_OBSOLETA),
            "Peça o escopo " + IDTOKEN_SCOPE + " e leia reliability_info.level."),
        new Observed(
            "sem-obsoletos",
            "Não chama o que saiu do roteiro",
            calls(Evidence::gotTokens),
            1,
            Set.of(
                Objection.API_OBSOLETA,
                Objection.CATALOGO_PARAMETRO_ANTIGO,
                Objection.FILTRO_DA_V1),
            "Use o serviço inteiro; o que for obsoleto aparece aqui."));
  }

  private static List<Requirement> departures() {
    return List.of(
        new Observed(
            "saida",
            "A saída leva o navegador a /logout, com a URL registrada",
            calls(leadsTo(Destination.VOLTA_DA_SAIDA)),
            1,
            Set.of(
                Objection.SAIDA_NAO_REGISTRADA,
                Objection.SAIDA_FORA_DO_NAVEGADOR,
                Objection.SAIDA_COM_PARAMETROS),
            "Saia pelo serviço e confira que a pessoa volta a ele."),
        new Observed(
            "lancador",
            "O lançador começa outra entrada sozinho",
            (evidence, call) ->
                leadsTo(Destination.LANCADOR).test(call) && evidence.anotherLoginAfter(call),
            1,
            Set.of(),
            "Na página de entrada, use “Criar conta” ou “Esqueci a senha”: o gov.br leva a pessoa"
                + " ao lançador registrado, que deve começar outra entrada."));
  }

  private static List<Requirement> otherPaths() {
    return List.of(
        new Observed(
            "catalogo",
            "Pede mais nível pelo catálogo (só se o serviço exige nível)",
            calls(to("catalogo").and(call -> call.achados().isEmpty())),
            1,
            to("catalogo"),
            Set.of(
                Objection.CLIENTE_DESCONHECIDO,
                Objection.RETORNO_NAO_REGISTRADO,
                Objection.CATALOGO_PARAMETRO_ANTIGO,
                Objection.NIVEIS_ILEGIVEL),
            "Leve quem não tem o nível ao catálogo, com client_id, niveis e redirect_uri. Se o"
                + " serviço aceita qualquer nível, este item não se aplica."),
        new ByHand(
            "cancelamento",
            "Quem cancela ou nega volta a uma página clara",
            leadsTo(Destination.VOLTA_CANCELADA),
            "Cancele uma entrada, ou negue a autorização, e veja se o serviço explica e deixa"
                + " tentar de novo."));
  }

  private static List<Requirement> whatNobodySeesOnTheWire() {
    return List.of(
        ByHand.anytime(
            "recusa-id-token",
            "O serviço recusa um ID token que não confere",
            "Ligue um de cada vez: nonce-errado, assinatura-errada, aud-errado, expirado. Nenhuma"
                + " dessas entradas pode dar certo."),
        ByHand.anytime(
            "pagina-do-codigo",
            "A página que recebe o código redireciona para outra",
            "Depois da entrada, o endereço no navegador não pode mais ter code nem state."),
        ByHand.anytime(
            "https",
            "Em produção, só endereços https de um domínio oficial",
            "Confira retorno, saída e lançador do pedido de produção, letra por letra."),
        ByHand.anytime(
            "ips",
            "Os IPs dos servidores estão no pedido",
            "O gov.br reinicia a conexão de quem chama de outro IP; experimente com o comportamento"
                + " firewall."),
        ByHand.anytime(
            "video",
            "O vídeo mostra o botão, a entrada e a saída",
            "O gov.br pede o vídeo da integração funcionando em homologação."));
  }

  private static BiPredicate<Evidence, Entry> calls(Predicate<Entry> predicate) {
    return (evidence, call) -> predicate.test(call);
  }
}
