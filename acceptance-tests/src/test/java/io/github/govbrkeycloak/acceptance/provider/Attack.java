package io.github.govbrkeycloak.acceptance.provider;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One way of forging gov.br's answer, and the code with which it is refused. The names stand in
 * {@code docs/seguranca.md}.
 *
 * @param name what is forged, in Portuguese
 * @param behaviour the simulator's behaviour that forges it
 * @param parameters of that behaviour
 * @param code of the refusal
 */
record Attack(String name, String behaviour, Map<String, Object> parameters, String code) {

  private static final String PORTAL = "portal.orgao.exemplo.gov.br";
  private static final String SOMEBODY = "11144477735";
  private static final long DAY = 86_400;

  /** Every forged token. */
  static Stream<Attack> all() {
    return Stream.of(claims(), subjects(), headers(), signatures(), wholeTokens())
        .flatMap(List::stream);
  }

  private static List<Attack> claims() {
    return List.of(
        claim("sem iss", "iss", null, "GOVBR-403"),
        claim("iss parecido com o do gov.br", "iss", "http://localhost", "GOVBR-403"),
        claim("iss da produção", "iss", "https://sso.acesso.gov.br/", "GOVBR-403"),
        claim("iss em lista", "iss", List.of("https://sso.acesso.gov.br/"), "GOVBR-403"),
        claim("sem aud", "aud", null, "GOVBR-404"),
        claim("aud vazio", "aud", List.of(), "GOVBR-404"),
        claim("aud parecido com o nosso", "aud", PORTAL + ".", "GOVBR-404"),
        claim("aud nosso e de outro, sem azp", "aud", List.of(PORTAL, "outro"), "GOVBR-404"),
        claim("aud em objeto", "aud", Map.of("id", PORTAL), "GOVBR-404"),
        claim("azp de outro", "azp", "outro", "GOVBR-404"),
        claim("azp que não é texto", "azp", List.of(PORTAL), "GOVBR-404"),
        claim("sem exp", "exp", null, "GOVBR-405"),
        claim("exp em texto", "exp", "amanhã", "GOVBR-405"),
        claim("exp passado", "exp", now() - DAY, "GOVBR-405"),
        claim("exp maior que qualquer data", "exp", Long.MAX_VALUE, "GOVBR-405"),
        claim("iat no futuro", "iat", now() + DAY, "GOVBR-406"),
        claim("iat de 1970", "iat", 0, "GOVBR-406"),
        claim("iat de ontem", "iat", now() - DAY, "GOVBR-406"),
        claim("iat em texto", "iat", "agora", "GOVBR-406"),
        claim("nbf no futuro", "nbf", now() + DAY, "GOVBR-406"),
        claim("nonce que não é texto", "nonce", List.of("a"), "GOVBR-407"),
        claim("nonce vazio", "nonce", "", "GOVBR-407"),
        claim("at_hash de outro token", "at_hash", "AAAAAAAAAAAAAAAAAAAAAA", "GOVBR-409"),
        new Attack(
            "access token de outra pessoa",
            "claims-do-access-token-trocados",
            with("sub", SOMEBODY),
            "GOVBR-409"));
  }

  private static List<Attack> subjects() {
    return List.of(
        claim("sem sub", "sub", null, "GOVBR-408"),
        claim("sub vazio", "sub", "", "GOVBR-408"),
        claim("sub em número", "sub", 11144477735L, "GOVBR-408"),
        claim("sub em lista", "sub", List.of(SOMEBODY), "GOVBR-408"),
        claim("sub com dez dígitos", "sub", "1144477735", "GOVBR-408"),
        claim("sub com doze dígitos", "sub", "011144477735", "GOVBR-408"),
        claim("sub com dígito verificador errado", "sub", "11144477736", "GOVBR-408"),
        claim("sub de um dígito só", "sub", "11111111111", "GOVBR-408"),
        claim("sub com letras", "sub", "1114447773O", "GOVBR-408"),
        claim("sub com pontuação fora do lugar", "sub", "11.144.477-735", "GOVBR-408"),
        claim("sub em dígitos árabes", "sub", "١١١٤٤٤٧٧٧٣٥", "GOVBR-408"),
        claim("sub em dígitos largos", "sub", "１１１４４４７７７３５", "GOVBR-408"),
        claim("sub com NUL", "sub", SOMEBODY + "\u0000", "GOVBR-408"),
        claim("sub com espaço antes", "sub", " " + SOMEBODY, "GOVBR-408"),
        claim("sub com espaço que não separa", "sub", SOMEBODY + "\u00a0", "GOVBR-408"));
  }

  private static List<Attack> headers() {
    return List.of(
        header("alg None", "alg", "None", "GOVBR-402"),
        header("alg nOnE", "alg", "nOnE", "GOVBR-402"),
        header("alg HS256 no cabeçalho de um RS256", "alg", "HS256", "GOVBR-402"),
        header("alg RS512 com chave de RS256", "alg", "RS512", "GOVBR-402"),
        header("alg ES256 com chave RSA", "alg", "ES256", "GOVBR-402"),
        header("sem alg", "alg", null, "GOVBR-402"),
        header("alg em lista", "alg", List.of("RS256"), "GOVBR-402"),
        header("kid desconhecido", "kid", "rsa9", "GOVBR-402"),
        header("kid com caminho", "kid", "../../../../dev/null", "GOVBR-402"),
        header("kid com SQL", "kid", "rsa1' UNION SELECT 'x", "GOVBR-402"),
        header("kid enorme", "kid", "a".repeat(10_000), "GOVBR-402"),
        header("kid que não é texto", "kid", Map.of("x", 1), "GOVBR-402"),
        header("kid em maiúsculas", "kid", "RSA1", "GOVBR-402"),
        header("crit", "crit", List.of("exp"), "GOVBR-402"),
        header("crit com b64", "crit", List.of("b64"), "GOVBR-402"));
  }

  private static List<Attack> signatures() {
    return List.of(
        new Attack("assinatura cortada", "assinatura-cortada", Map.of(), "GOVBR-402"),
        new Attack("assinatura alterada", "assinatura-alterada", Map.of(), "GOVBR-402"),
        new Attack("HS256 com a chave pública", "hs256-com-chave-publica", Map.of(), "GOVBR-402"),
        new Attack("chave no próprio cabeçalho (jwk)", "chave-no-cabecalho", Map.of(), "GOVBR-402"),
        new Attack(
            "chave de outro ambiente com o mesmo kid",
            "cabecalho-trocado",
            Map.of("chave", "trocada"),
            "GOVBR-402"));
  }

  private static List<Attack> wholeTokens() {
    return List.of(
        new Attack("token cifrado", "id-token-cifrado", Map.of(), "GOVBR-401"),
        new Attack("token dentro de token", "id-token-aninhado", Map.of(), "GOVBR-401"),
        new Attack("sem ID token", "sem-id-token", Map.of(), "GOVBR-401"),
        new Attack("sub duas vezes", "claims-repetidos", Map.of("valor", SOMEBODY), "GOVBR-401"),
        new Attack(
            "nonce duas vezes",
            "claims-repetidos",
            Map.of("nome", "nonce", "valor", "outro"),
            "GOVBR-401"),
        claim("token enorme", "name", "a".repeat(100_000), "GOVBR-401"));
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static Attack claim(String name, String claim, Object value, String code) {
    return new Attack(name, "claims-trocados", with(claim, value), code);
  }

  private static Attack header(String name, String member, Object value, String code) {
    return new Attack(name, "cabecalho-trocado", with(member, value), code);
  }

  private static Map<String, Object> with(String name, Object value) {
    return new HashMap<>(Map.of("dados", Collections.singletonMap(name, value)));
  }

  /** The row of the table in the guide. */
  String row() {
    return "| %s | `%s` |".formatted(name, code);
  }

  @Override
  public String toString() {
    return name;
  }
}
