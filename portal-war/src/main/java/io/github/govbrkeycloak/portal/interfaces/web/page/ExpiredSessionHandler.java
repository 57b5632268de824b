package io.github.govbrkeycloak.portal.interfaces.web.page;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * Answers a form whose session has ended (or that was never of this session) with the page that
 * says so. It is an everyday event, not a failure of the portal: no status 500, no stack trace in
 * the log.
 */
public class ExpiredSessionHandler extends ExceptionHandlerWrapper {

  private ExpiredSessionHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      if (events.next().getContext().getException() instanceof ViewExpiredException) {
        events.remove();
        sayThatTheSessionEnded(FacesContext.getCurrentInstance());
        return;
      }
    }
    getWrapped().handle();
  }

  private static void sayThatTheSessionEnded(FacesContext faces) {
    try {
      faces.getExternalContext().responseSendError(HttpServletResponse.SC_CONFLICT, null);
      faces.responseComplete();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Named in faces-config.xml. */
  public static class Factory extends ExceptionHandlerFactory {

    /** The factory in front of the one that Faces brings. */
    public Factory(ExceptionHandlerFactory wrapped) {
      super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
      return new ExpiredSessionHandler(getWrapped().getExceptionHandler());
    }
  }
}
