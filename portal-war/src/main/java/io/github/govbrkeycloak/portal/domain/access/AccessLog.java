package io.github.govbrkeycloak.portal.domain.access;

import io.github.govbrkeycloak.portal.domain.citizen.PersonId;
import java.util.List;

/** The log of accesses. It only grows: there is no way to change or remove a row. */
public interface AccessLog {

  /** Writes one row. */
  void append(Access access);

  /** The newest rows of a person, newest first. */
  List<Access> latestOf(PersonId person, int howMany);
}
