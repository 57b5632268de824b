package io.github.govbrkeycloak.keycloak.companies;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import io.github.govbrkeycloak.model.Cnpj;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/**
 * Keeps a list for minutes, for all nodes of the server, so that a person who looks through pages
 * of it does not cost a call to gov.br each time. It lies beside gov.br's token, and goes with it.
 *
 * @param session of the request
 */
public record CompanyListStore(KeycloakSession session) {

  private static final Duration LIFESPAN = Duration.ofMinutes(10);
  private static final String VALUE = "empresas";
  private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};

  /**
   * Keeps the companies that gov.br told with this token, as it told them: they are put in order
   * for those who look at them, and most logins' are never looked at.
   */
  public void keep(String accessToken, List<LinkedCompany> told) {
    session
        .singleUseObjects()
        .put(KeptToken.placeBeside(accessToken), LIFESPAN.toSeconds(), Map.of(VALUE, packed(told)));
  }

  /** The companies kept for this token, in their order. */
  Optional<Companies> of(String accessToken) {
    return Optional.ofNullable(session.singleUseObjects().get(KeptToken.placeBeside(accessToken)))
        .map(kept -> kept.get(VALUE))
        .map(CompanyListStore::unpacked)
        .map(Companies::of);
  }

  /** Forgets them: gov.br is to be asked again. */
  void forget(String accessToken) {
    session.singleUseObjects().remove(KeptToken.placeBeside(accessToken));
  }

  static String packed(List<LinkedCompany> companies) {
    List<List<String>> rows = new ArrayList<>();
    companies.stream()
        .limit(Companies.MOST)
        .forEach(company -> rows.add(List.of(company.cnpj().value(), company.name().orElse(""))));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // The quickest: another level takes three times as long and saves a tenth.
    Deflater quick = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream zip = new DeflaterOutputStream(bytes, quick)) {
      JsonSerialization.mapper.writeValue(zip, rows);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      quick.end();
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  static List<LinkedCompany> unpacked(String packed) {
    byte[] bytes = Base64.getDecoder().decode(packed);
    try (InflaterInputStream zip = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return JsonSerialization.mapper.readValue(zip, ROWS).stream()
          .map(
              row ->
                  new LinkedCompany(
                      Cnpj.of(row.get(0)), Optional.of(row.get(1)).filter(name -> !name.isEmpty())))
          .toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
