package io.github.govbrkeycloak.keycloak.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.keycloak.util.JsonSerialization;

/**
 * The token endpoint's answer, brought into the form of RFC 6749, section 5.1.
 *
 * @param json the answer; {@code scope} is one text, also when gov.br sent a list
 */
public record TokenAnswer(String json) {

  private static final String SCOPE = "scope";

  /**
   * Reads what the token endpoint sent.
   *
   * @throws LoginRefusedException when it is not JSON, or lacks one of the tokens
   */
  public static TokenAnswer parse(String body) {
    // The parser's own error quotes the input, which may hold tokens: it is not kept as the cause.
    ObjectNode answer = readObject(body);
    if (!answer.path("access_token").isTextual()) {
      throw new LoginRefusedException(Reason.TOKEN_MALFORMED);
    }
    if (!answer.path("id_token").isTextual()) {
      throw new LoginRefusedException(Reason.ID_TOKEN_MALFORMED);
    }
    if (answer.get(SCOPE) instanceof ArrayNode scopes) {
      return new TokenAnswer(answer.put(SCOPE, joined(scopes)).toString());
    }
    return new TokenAnswer(body);
  }

  private static ObjectNode readObject(String body) {
    try {
      if (JsonSerialization.mapper.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException notJson) {
      throw new LoginRefusedException(Reason.TOKEN_MALFORMED);
    }
    throw new LoginRefusedException(Reason.TOKEN_MALFORMED);
  }

  private static String joined(ArrayNode scopes) {
    return StreamSupport.stream(scopes.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(" "));
  }

  /** Tokens are never printed. */
  @Override
  public String toString() {
    return "TokenAnswer";
  }
}
