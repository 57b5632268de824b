package io.github.govbrkeycloak.simulator.certificado;

import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.api.ApiError;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which certificate the person behind a token signed in with. */
@Path("/api/x509/info")
@Produces(MediaType.APPLICATION_JSON)
public final class CertificadoResource {

  static final String SCOPE = "govbr_recupera_certificadox509";
  private static final String ON_DEVICE = "x509_token";

  private final ApiAccess access;
  private final Settings settings;

  CertificadoResource(ApiAccess access, Settings settings) {
    this.access = access;
    this.settings = settings;
  }

  /**
   * The certificate: an object, or as in 2021 a list of one.
   *
   * @throws jakarta.ws.rs.WebApplicationException 404 if the person signed in another way; gov.br
   *     does not say what it does then
   */
  @GET
  public Object info(@HeaderParam("Authorization") String authorization) {
    Persona persona = access.token(authorization, SCOPE).persona();
    if (!persona.usesCertificate()) {
      throw ApiError.of(
          404, "CERTIFICATE_MUSTFOUNDARECORD", "A pessoa não entrou com certificado digital.");
    }
    Map<String, Object> certificate = certificate(persona);
    return settings.chosen(Choice.CERTIFICATE_LIST) ? List.of(certificate) : certificate;
  }

  private static Map<String, Object> certificate(Persona persona) {
    boolean device = persona.amr().contains(ON_DEVICE);
    Map<String, Object> certificate = new LinkedHashMap<>();
    if (!device) {
      certificate.put("provider", provider(persona));
    }
    certificate.put("amr", persona.amr());
    certificate.put(
        "certificate",
        persona.certificado() == null ? persona.nome() : persona.certificado().nome());
    certificate.put("type", device ? "device" : "cloud");
    return certificate;
  }

  /** {@code x509_neoid} is kept by {@code neoid}. */
  private static String provider(Persona persona) {
    return persona.amr().stream()
        .filter(factor -> factor.startsWith("x509_"))
        .map(factor -> factor.substring("x509_".length()))
        .findFirst()
        .orElse("desconhecido");
  }
}
