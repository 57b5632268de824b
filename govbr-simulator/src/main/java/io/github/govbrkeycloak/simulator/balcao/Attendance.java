package io.github.govbrkeycloak.simulator.balcao;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.model.Selo;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a desk sends about a citizen (manual do balcão, API de pré-cadastro).
 *
 * @param nome the citizen's full name
 * @param telefone mobile number with area code, or {@code null}
 * @param email address, or {@code null}
 * @param senha temporary password
 * @param selos the seals the desk gives
 */
record Attendance(String nome, String telefone, String email, String senha, List<Selo> selos) {

  private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L} .'-]{0,199}");
  private static final Pattern PHONE = Pattern.compile("[0-9]{11}");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s<>\"]{1,64}@[^@\\s<>\"]+\\.[a-z]{2,}");
  private static final int LONGEST = 255;
  private static final List<String> OPERATOR =
      List.of(
          "protocoloAtendimento",
          "nomeAtendente",
          "numeroDocumentoAtendente",
          "tipoDocumentoAtendente");

  /** The manual's mask lacks a hyphen; desks send either. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS"),
          DateTimeFormatter.ofPattern("yyyy-MMdd'T'HH:mm:ss.SSS"));

  /** What is wrong with what a desk sent, in Portuguese, without its values. */
  static final class Invalid extends Exception {

    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads a request.
   *
   * @param contactRequired whether an address or a number must be there
   * @throws Invalid naming the first field that is wrong
   */
  static Attendance parse(JsonNode body, boolean contactRequired) throws Invalid {
    if (body == null || !body.isObject()) {
      throw new Invalid("O corpo deve ser um objeto JSON.");
    }
    String name = required(body, "nome");
    check(NAME.matcher(name).matches(), "nome não aceita caracteres especiais.");
    String phone = optional(body, "telefone");
    check(phone == null || PHONE.matcher(phone).matches(), "telefone deve ter 11 números.");
    String email = optional(body, "email");
    check(email == null || EMAIL.matcher(email).matches(), "email deve ser um endereço válido.");
    check(
        !contactRequired || phone != null || email != null,
        "telefone ou email: informe ao menos um dos dois.");
    String password = required(body, "senha");
    List<Selo> seals = seals(body.get("codigosConfiabilidades"));
    checkAttendant(body.path("dadosAtendimento"));
    return new Attendance(name, phone, email, password, seals);
  }

  private static List<Selo> seals(JsonNode codes) throws Invalid {
    check(
        codes != null && codes.isArray() && !codes.isEmpty(),
        "codigosConfiabilidades deve ser uma lista com ao menos um selo.");
    List<Selo> seals = new ArrayList<>();
    for (JsonNode code : codes) {
      seals.add(
          Selo.all().stream()
              .filter(seal -> seal.slug().equals(code.asText()) || seal.id().equals(code.asText()))
              .findFirst()
              .orElseThrow(() -> new Invalid("codigosConfiabilidades tem um selo desconhecido.")));
    }
    return seals;
  }

  private static void checkAttendant(JsonNode data) throws Invalid {
    for (String field : OPERATOR) {
      check(
          data.path(field).isTextual() && !data.path(field).asText().isBlank(),
          "dadosAtendimento." + field + " é obrigatório.");
    }
    String when = data.path("dataHoraAtendimento").asText("");
    check(
        DATES.stream().anyMatch(mask -> isDate(when, mask)),
        "dadosAtendimento.dataHoraAtendimento deve ter a forma 2026-11-24T12:00:00.000.");
  }

  private static boolean isDate(String text, DateTimeFormatter mask) {
    try {
      return LocalDateTime.parse(text, mask) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String required(JsonNode body, String field) throws Invalid {
    String value = optional(body, field);
    check(value != null, field + " é obrigatório.");
    return value;
  }

  private static String optional(JsonNode body, String field) throws Invalid {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    check(
        value.isTextual() && value.asText().length() <= LONGEST,
        field + " deve ser um texto de até " + LONGEST + " caracteres.");
    return value.asText().isBlank() ? null : value.asText();
  }

  private static void check(boolean right, String message) throws Invalid {
    if (!right) {
      throw new Invalid(message);
    }
  }

  /** Without anything about the citizen. */
  @Override
  public String toString() {
    return "Attendance";
  }
}
