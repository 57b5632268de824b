package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.store.BoundedMap;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws the fictional citizens: head and shoulders on a colour of their own. No letters: a headless
 * Java may have no font.
 */
final class Portraits {

  private static final int SIZE = 160;
  private static final int KEPT = 1_000;

  private final Map<String, byte[]> drawn = Collections.synchronizedMap(new BoundedMap<>(KEPT));

  /** A small PNG, always the same for the same person. */
  byte[] png(Persona persona) {
    return drawn.computeIfAbsent(persona.id(), Portraits::draw).clone();
  }

  private static byte[] draw(String id) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      float hue = Math.floorMod(id.hashCode(), 360) / 360f;
      pen.setColor(Color.getHSBColor(hue, 0.35f, 0.95f));
      pen.fillRect(0, 0, SIZE, SIZE);
      pen.setColor(Color.getHSBColor(hue, 0.75f, 0.45f));
      pen.fillOval(SIZE / 2 - 30, 30, 60, 60);
      pen.fillOval(SIZE / 2 - 55, 100, 110, 120);
    } finally {
      pen.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
