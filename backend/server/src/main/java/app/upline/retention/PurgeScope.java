package app.upline.retention;

import java.util.UUID;

/** An organization, whose things a purge looks through. */
record PurgeScope(Kind kind, UUID id, String name) {

  enum Kind {
    AGENCY,
    CARRIER,
    /** The service itself, which keeps an audit trail and nothing else. */
    NOBODY
  }
}
