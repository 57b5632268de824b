package io.github.govbrkeycloak.portal.interfaces.web.page;

import io.github.govbrkeycloak.model.Nivel;

/** What the level of an account means, for somebody who never heard of levels. */
final class NivelInWords {

  private NivelInWords() {}

  static String of(Nivel nivel) {
    if (nivel.equals(Nivel.OURO)) {
      return "Sua identidade foi conferida da forma mais segura: reconhecimento facial da Justiça"
          + " Eleitoral, Carteira de Identidade Nacional ou certificado digital. Você pode usar"
          + " todos os serviços.";
    }
    if (nivel.equals(Nivel.PRATA)) {
      return "Sua identidade foi conferida por um banco, pelo reconhecimento facial da carteira de"
          + " motorista ou pelo cadastro de servidor público. Você pode usar a maior parte dos"
          + " serviços.";
    }
    if (nivel.equals(Nivel.BRONZE)) {
      return "Sua conta foi criada com dados do cadastro, sem outra conferência. Você pode usar os"
          + " serviços mais simples.";
    }
    return "O gov.br informou um nível que este portal ainda não conhece.";
  }
}
