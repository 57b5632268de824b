package io.github.govbrkeycloak.simulator.start;

import io.github.govbrkeycloak.simulator.fixtures.BadFileException;
import io.github.govbrkeycloak.simulator.http.Network;
import io.github.govbrkeycloak.simulator.tls.TlsException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;

/** Says in Portuguese why a simulator did not start. */
public final class StartFailure {

  private StartFailure() {}

  /** The reason, with a remedy where there is one. */
  public static String reason(RuntimeException failure, Network network) {
    if (failure instanceof BadFileException || failure instanceof TlsException) {
      return failure.getMessage();
    }
    Throwable root = root(failure);
    if (root instanceof SocketException
        || root instanceof UnknownHostException
        || root instanceof UnresolvedAddressException) {
      return cannotListen(String.valueOf(root.getMessage()), network);
    }
    return "erro inesperado: " + root + ".";
  }

  private static String cannotListen(String systemsWords, Network network) {
    String place = network.bindAddress() + ", porta " + network.port();
    return systemsWords.toLowerCase(Locale.ROOT).contains("in use")
        ? "a porta está em uso (" + place + "); mude " + Option.PORT.flag() + " ou pare o outro."
        : "não pode escutar em "
            + place
            + "; confira "
            + Option.ADDRESS.flag()
            + " e "
            + Option.PORT.flag()
            + ".";
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
