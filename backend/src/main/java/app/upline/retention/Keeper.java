package app.upline.retention;

import java.util.UUID;

/** An organisation, whose things a purge looks through. */
record Keeper(Kind kind, UUID id, String name) {

  enum Kind {
    AGENCY,
    CARRIER,
    /** The service itself, which keeps an audit trail and nothing else. */
    NOBODY
  }
}
