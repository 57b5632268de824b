package io.github.govbrkeycloak.acceptance.system;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** How SAML puts a message into an address (HTTP-Redirect binding). */
public final class SamlRedirect {

  private SamlRedirect() {}

  /** A message, as the address has it before it is encoded for it. */
  public static String deflated(String xml) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
      deflater.write(xml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** The message of a parameter, as the address has it. */
  public static String inflated(String parameter) {
    byte[] bytes = Base64.getDecoder().decode(URLDecoder.decode(parameter, StandardCharsets.UTF_8));
    try (InflaterInputStream inflater =
        new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(true))) {
      return new String(inflater.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
