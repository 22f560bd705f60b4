package app.upline.identity;

import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import java.util.List;

/** How an attempt to invite somebody, or to take that back, ended. */
public sealed interface InvitationOutcome {
  /** Done; the invitation as of now. */
  record Saved(Invitation invitation) implements InvitationOutcome {}

  /** The organisation has no such invitation. */
  record NotFound() implements InvitationOutcome {}

  /** Nobody can be invited so. */
  record Refused(List<Fault> faults) implements InvitationOutcome {}

  /** Not as things are. */
  record WrongState(String why) implements InvitationOutcome {}

  /** Too many were invited. */
  record Throttled(TooMany met) implements InvitationOutcome {}
}
