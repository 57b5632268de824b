package io.github.govbrkeycloak.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.github.govbrkeycloak.simulator.api.GenericError;
import io.github.govbrkeycloak.simulator.settings.Settings;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns whatever goes wrong into gov.br's generic error body. Also keeps RESTEasy from logging the
 * address of a failed call, which may hold a CPF.
 */
public final class RefusalMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(RefusalMapper.class.getName());

  private static final int FIRST_ERROR_STATUS = 400;
  private static final int LONGEST_NAME = 40;

  private final Settings settings;

  /** Answers in the form these settings say. */
  public RefusalMapper(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException refusal) {
      Response response = refusal.getResponse();
      boolean complete = response.hasEntity() || response.getStatus() < FIRST_ERROR_STATUS;
      return complete ? response : generic(response);
    }
    Optional<Response> misfit = aboutField(failure);
    if (misfit.isPresent()) {
      return misfit.get();
    }
    if (isMalformedJson(failure)) {
      return generic(Response.status(Response.Status.BAD_REQUEST).build());
    }
    // Not the message: it may quote what the caller sent.
    LOG.log(
        Level.ERROR,
        "unexpected {0} at {1}",
        failure.getClass().getName(),
        Arrays.stream(failure.getStackTrace()).findFirst().orElse(null));
    return generic(Response.serverError().build());
  }

  private static boolean isMalformedJson(Throwable failure) {
    return causes(failure).anyMatch(JsonProcessingException.class::isInstance);
  }

  /** Only the control API reads JSON into objects with fields, and it speaks Portuguese. */
  private static Optional<Response> aboutField(Throwable failure) {
    return causes(failure)
        .filter(MismatchedInputException.class::isInstance)
        .map(MismatchedInputException.class::cast)
        .filter(misfit -> !misfit.getPath().isEmpty())
        .findFirst()
        .map(
            misfit ->
                Response.status(Response.Status.BAD_REQUEST)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(Map.of("erro", sentence(misfit)))
                    .build());
  }

  private static String sentence(MismatchedInputException misfit) {
    if (misfit instanceof UnrecognizedPropertyException unknown) {
      String there =
          unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
      return "campo desconhecido: " + shortened(unknown.getPropertyName()) + "; há: " + there;
    }
    String field =
        misfit.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return "o campo " + shortened(field) + " não tem o tipo esperado";
  }

  private static String shortened(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private Response generic(Response refusal) {
    return Response.fromResponse(refusal)
        .entity(
            GenericError.body(
                settings, refusal.getStatus(), refusal.getStatusInfo().getReasonPhrase()))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
