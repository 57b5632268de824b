package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.http.Answer;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** What came of calls that nobody made. */
final class Results {

  private Results() {}

  static Result<Answer> answer(int status, String body) {
    Answer answer =
        new Answer(status, Optional.empty(), Instant.EPOCH, body.getBytes(StandardCharsets.UTF_8));
    return new Result<>(Outcome.OK, status, Optional.of(answer), Optional.empty());
  }

  static Result<Answer> none() {
    return new Result<>(Outcome.TIMEOUT, 0, Optional.empty(), Optional.empty());
  }
}
