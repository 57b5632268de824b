package io.github.govbrkeycloak.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.govbrkeycloak.simulator.api.GenericError;
import io.github.govbrkeycloak.simulator.settings.Settings;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Turns whatever goes wrong into gov.br's generic error body. Also keeps RESTEasy from logging the
 * address of a failed call, which may hold a CPF.
 */
public final class RefusalMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(RefusalMapper.class.getName());

  private static final int FIRST_ERROR_STATUS = 400;

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
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(JsonProcessingException.class::isInstance);
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
