package app.upline.identity;

import app.upline.platform.validation.Fault;
import java.util.List;

/** How a change to a person's account ended. */
public sealed interface UserOutcome {
  /** Done; the person as of now. */
  record Saved(User user) implements UserOutcome {}

  /** It waits for a second administrator. */
  record Waiting(RoleChange change) implements UserOutcome {}

  /** Nobody of that id works for the organisation. */
  record NotFound() implements UserOutcome {}

  /** The roles cannot be given. */
  record Refused(List<Fault> faults) implements UserOutcome {}

  /** Not as things are. */
  record WrongState(String why) implements UserOutcome {}
}
