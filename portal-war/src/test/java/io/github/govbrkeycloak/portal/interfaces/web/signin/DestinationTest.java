package io.github.govbrkeycloak.portal.interfaces.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/conta",
        "/conta/dados-pessoais",
        "/arquivo.pdf",
        "/conta?pagina=2",
        "/conta?busca=S%C3%A3o%20Paulo&ordem=nome",
        "/?aviso=sim"
      })
  void a_page_of_the_portal_is_accepted_as_it_is(String destino) {
    assertThat(Destination.of(destino)).map(Destination::path).contains(destino);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   "})
  void nobody_said_where_so_it_is_minha_conta(String destino) {
    assertThat(Destination.of(destino)).contains(new Destination("/conta"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conta",
        "//exemplo.com",
        "///exemplo.com",
        "/\\exemplo.com",
        "\\\\exemplo.com",
        "/conta\\..\\..",
        "https://exemplo.com/",
        "HTTPS:/exemplo.com",
        "javascript:alert(1)",
        "data:text/html,x",
        "/conta:80",
        "/@exemplo.com",
        "/%2fexemplo.com",
        "/%5cexemplo.com",
        "/%252fexemplo.com",
        "/conta/%2e%2e/",
        "/../outra-aplicacao",
        "/conta/../../outra",
        "/./conta",
        "/.well-known",
        "/conta//x",
        "/conta/",
        "/conta;jsessionid=abc",
        "/conta#fragmento",
        "/conta?x=//exemplo.com",
        "/conta?x=a?b",
        "/conta?x=%0d%0aSet-Cookie:%20a=b",
        "/conta?x=%00",
        "/conta?x=%zz",
        "/conta?x=%",
        "/conta\r\nSet-Cookie: a=b",
        "/conta\n",
        "\t/conta",
        " /conta",
        "/conta ",
        "/cont\u0000a",
        "/\u2025/conta",
        "/c\u00f4nta",
        "\u2044exemplo.com",
        "/conta?x=\u202e"
      })
  void anything_else_is_refused(String destino) {
    assertThat(Destination.of(destino)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/entrar", "/entrada", "/entrar?destino=/conta", "/sair", "/sair?x=1", "/saiu"})
  void the_login_does_not_lead_to_itself_or_out_again(String destino) {
    assertThat(Destination.of(destino)).isEmpty();
  }

  @Test
  void an_enormous_destination_is_refused_without_effort() {
    assertThat(Destination.of("/a".repeat(10_000_000))).isEmpty();
    assertThat(Destination.of("/conta?" + "%2".repeat(240))).isEmpty();
  }
}
