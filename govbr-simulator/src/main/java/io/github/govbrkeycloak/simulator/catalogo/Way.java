package io.github.govbrkeycloak.simulator.catalogo;

import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way to a seal that the catalogue offers.
 *
 * @param selo the seal
 * @param title what the button says
 * @param hint what it takes, in Portuguese
 */
public record Way(Selo selo, String title, String hint) {

  private static final String BANKING = "_internet_banking";

  private static final List<Way> FIRST =
      List.of(
          of("401", "Rosto conferido pela Senatran", "Para quem tem carteira de motorista."),
          of("701", "Rosto conferido pela Justiça Eleitoral", "Para quem cadastrou a biometria."),
          of("901", "Rosto e Carteira de Identidade Nacional", "Para quem tem a nova carteira."),
          of("801", "Certificado digital", "Para quem tem certificado ICP-Brasil de pessoa."));

  private static final Way CIVIL_SERVANT =
      of("301", "Base de servidores públicos", "Para servidores federais.");

  private static final List<Way> BANKS =
      Selo.all().stream()
          .filter(selo -> selo.slug().endsWith(BANKING))
          .filter(selo -> selo.nivel().equals(Nivel.PRATA))
          .map(selo -> new Way(selo, selo.title(), "Para quem tem conta nesse banco."))
          .toList();

  private static Way of(String selo, String title, String hint) {
    return new Way(Selo.of(selo), title, hint);
  }

  /** Whether a bank vouches for the citizen. */
  public boolean isBank() {
    return selo.slug().endsWith(BANKING);
  }

  /** The ways there are now: the civil servants' one is closed since January 2026. */
  static List<Way> all(Settings settings) {
    Stream<Way> servant =
        settings.chosen(Choice.SEAL_301_OBTAINABLE) ? Stream.of(CIVIL_SERVANT) : Stream.empty();
    return Stream.of(FIRST.stream(), servant, BANKS.stream()).flatMap(way -> way).toList();
  }

  /** The way to a seal, if there is one now. */
  static Optional<Way> to(String selo, Settings settings) {
    return all(settings).stream().filter(way -> way.selo().id().equals(selo)).findFirst();
  }
}
