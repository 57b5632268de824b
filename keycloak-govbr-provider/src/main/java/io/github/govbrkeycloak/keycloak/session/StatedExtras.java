package io.github.govbrkeycloak.keycloak.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.govbrkeycloak.keycloak.identity.ExtraFacts;
import io.github.govbrkeycloak.keycloak.identity.HeldCategoria;
import io.github.govbrkeycloak.keycloak.identity.UsedCertificate;
import io.github.govbrkeycloak.model.Cpf;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What a login learnt beyond the ID token, as far as a session keeps it. Absent is what nobody
 * asked for or gov.br did not tell. The companies that a person is linked to are not kept: there
 * may be thousands.
 *
 * @param categories categories of the seals
 * @param certificate the certificate used
 * @param represented CPF of the person on whose behalf this one signed in, eleven digits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StatedExtras(
    List<StatedCategoria> categories, StatedCertificate certificate, String represented) {

  public StatedExtras {
    categories = categories == null ? null : List.copyOf(categories);
  }

  /** A category: its id and since when. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StatedCategoria(String id, String updatedAt) {
    private static StatedCategoria of(HeldCategoria held) {
      return new StatedCategoria(
          held.categoria().id(),
          held.updatedAt().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(null));
    }
  }

  /** A certificate: its kind and who keeps it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StatedCertificate(String kind, String provider) {
    private static StatedCertificate of(UsedCertificate used) {
      return new StatedCertificate(used.kind().orElse(null), used.provider().orElse(null));
    }
  }

  /** What is known of it; {@code null} when nothing is. */
  static StatedExtras of(ExtraFacts extras) {
    if (extras.categories().isEmpty()
        && extras.certificate().isEmpty()
        && extras.represented().isEmpty()) {
      return null;
    }
    return new StatedExtras(
        extras
            .categories()
            .map(categories -> categories.stream().map(StatedCategoria::of).toList())
            .orElse(null),
        extras.certificate().map(StatedCertificate::of).orElse(null),
        extras.represented().map(Cpf::digits).orElse(null));
  }

  /** The same, of somebody who represents nobody any more; {@code null} when nothing is left. */
  StatedExtras representingNobody() {
    return categories == null && certificate == null
        ? null
        : new StatedExtras(categories, certificate, null);
  }

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "StatedExtras";
  }
}
