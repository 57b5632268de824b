package io.github.govbrkeycloak.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.UnusableAnswerException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A photo")
class PhotoTest {

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  static Stream<Arguments> images() {
    return Stream.of(
        Arguments.of("image/png", bytes("\u0089PNG\r\n\u001a\n and more")),
        Arguments.of("image/jpeg", bytes("\u00ff\u00d8\u00ff\u00e0 and more")),
        Arguments.of("image/gif", bytes("GIF89a and more")),
        Arguments.of("image/webp", bytes("RIFF\1\2\3\4WEBPVP8 and more")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("images")
  void is_known_by_its_first_bytes_raw_or_in_base64(String type, byte[] image)
      throws UnusableAnswerException {
    String base64 = Base64.getMimeEncoder(20, new byte[] {'\r', '\n'}).encodeToString(image);
    for (byte[] body :
        new byte[][] {
          image,
          bytes(base64),
          bytes("\"" + Base64.getEncoder().encodeToString(image) + "\""),
          bytes("data:image/svg+xml;base64," + base64)
        }) {
      Photo photo = Photo.read(body);
      assertThat(photo.type()).isEqualTo(type);
      assertThat(photo.bytes()).isEqualTo(image);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "data:",
        "<!doctype html><script>alert(1)</script>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "PHN2Zz48L3N2Zz4=",
        "RIFF\1\2\3\4WAVE",
        "RIFF",
        "{\"error\":\"invalid_token\"}",
        "%PDF-1.7"
      })
  void is_nothing_that_a_browser_could_run(String body) {
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> Photo.read(bytes(body)))
        .returns(Outcome.MALFORMED, UnusableAnswerException::outcome);
  }
}
