package io.github.govbrkeycloak.keycloak.companies;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.govbrkeycloak.keycloak.identity.ExtraFacts;
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
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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
  private static final String VALUE = "lista";
  private static final TypeReference<List<List<String>>> ROWS = new TypeReference<>() {};

  /** Keeps the companies that a login learnt with this token, if it asked for them. */
  public void keep(String accessToken, ExtraFacts learnt) {
    learnt.companies().ifPresent(companies -> keep(accessToken, Companies.of(companies)));
  }

  /** Keeps the companies that gov.br told with this token, in their order. */
  void keep(String accessToken, Companies companies) {
    session
        .singleUseObjects()
        .put(
            KeptToken.placeBeside(accessToken),
            LIFESPAN.toSeconds(),
            Map.of(VALUE, packed(companies.all())));
  }

  /** The companies kept for this token. */
  Optional<Companies> of(String accessToken) {
    return Optional.ofNullable(session.singleUseObjects().get(KeptToken.placeBeside(accessToken)))
        .map(kept -> kept.get(VALUE))
        .map(CompanyListStore::unpacked)
        .map(Companies::new);
  }

  /** Forgets them: gov.br is to be asked again. */
  void forget(String accessToken) {
    session.singleUseObjects().remove(KeptToken.placeBeside(accessToken));
  }

  static String packed(List<LinkedCompany> companies) {
    List<List<String>> rows = new ArrayList<>();
    companies.forEach(
        company -> rows.add(List.of(company.cnpj().value(), company.name().orElse(""))));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      JsonSerialization.mapper.writeValue(zip, rows);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  static List<LinkedCompany> unpacked(String packed) {
    byte[] bytes = Base64.getDecoder().decode(packed);
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
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
