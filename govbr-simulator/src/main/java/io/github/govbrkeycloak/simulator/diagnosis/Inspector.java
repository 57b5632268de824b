package io.github.govbrkeycloak.simulator.diagnosis;

import io.github.govbrkeycloak.simulator.http.IncomingCall;
import java.util.List;

/** Looks at calls to one address before the work on them begins. */
public interface Inspector {

  /** In place of a name: the addresses that gov.br does not have. */
  String NOWHERE = "";

  /** Name of the address. */
  String endpoint();

  /** What should be mended; nothing for a correct call. */
  List<Finding> inspect(IncomingCall call);
}
