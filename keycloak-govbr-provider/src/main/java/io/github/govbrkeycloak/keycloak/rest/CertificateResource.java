package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.facts.GovBrApi;
import io.github.govbrkeycloak.keycloak.identity.UsedCertificate;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** The certificate with which the person signed in. */
public final class CertificateResource {

  private static final String WARNING = "GOVBR-576 gov.br's certificate gave no answer";

  private final FacadeRequest request;

  CertificateResource(FacadeRequest request) {
    this.request = request;
  }

  /** Its kind and, of one in the cloud, who keeps it. */
  @GET
  public Response certificate() {
    return request.answer(FacadePart.CERTIFICATE, person -> PersonalJson.of(read(person)));
  }

  private static Map<String, Object> read(PersonAsked person) {
    person.requireScope(Fact.CERTIFICADO.scope());
    UsedCertificate used =
        PersonAsked.told(
            person.ask(GovBrApi.certificado(person.config(), person.token().value())),
            Problem.NO_CERTIFICATE,
            WARNING);
    Map<String, Object> answer = new LinkedHashMap<>();
    used.kind().ifPresent(kind -> answer.put("tipo", kind));
    used.provider().ifPresent(provider -> answer.put("provedor", provider));
    return answer;
  }
}
