package app.upline.identity;

/** How a change of what an organization asks of its people ended. */
public sealed interface SecurityOutcome {
  /** Done; the settings as of now. */
  record Saved(SecuritySettings settings) implements SecurityOutcome {}

  /** Done, but for what waits for a second administrator. */
  record Waiting(RoleChange change) implements SecurityOutcome {}

  /** Not as things are. */
  record WrongState(String why) implements SecurityOutcome {}
}
