package io.github.govbrkeycloak.keycloak.config;

/**
 * Base addresses of gov.br's surfaces, without a slash at the end.
 *
 * @param sso login, tokens and keys
 * @param api levels, seals, companies
 * @param catalogo where a citizen raises the level of the account
 * @param revalidacao where a citizen is asked for the password again
 */
record GovBrAddresses(String sso, String api, String catalogo, String revalidacao) {

  GovBrAddresses {
    sso = withoutSlash(sso);
    api = withoutSlash(api);
    catalogo = withoutSlash(catalogo);
    revalidacao = withoutSlash(revalidacao);
  }

  static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
