package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.http.Answer;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.keys.KeySet;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import java.nio.charset.StandardCharsets;

/** Whether gov.br publishes a key that could sign tokens. */
final class KeysCheck {

  private static final int OK = 200;

  private KeysCheck() {}

  static Finding of(Result<Answer> result) {
    return result
        .value()
        .map(answer -> isUsable(answer) ? Finding.green(Item.CHAVES) : unusable())
        .orElseGet(() -> Finding.red(Item.CHAVES, "sem-resposta", result.outcome().word()));
  }

  private static Finding unusable() {
    return Finding.red(Item.CHAVES, "inuteis");
  }

  private static boolean isUsable(Answer answer) {
    try {
      KeySet.parse(new String(answer.body(), StandardCharsets.UTF_8));
      return answer.status() == OK;
    } catch (LoginRefusedException noKeys) {
      return false;
    }
  }
}
