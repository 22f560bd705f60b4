package app.upline.identity;

/** How a decision on what waits for a second administrator ended. */
public sealed interface RoleChangeOutcome {
  /** Decided; the change as of now. */
  record Saved(RoleChange change) implements RoleChangeOutcome {}

  /** The organization has no such change. */
  record NotFound() implements RoleChangeOutcome {}

  /** Not as things are. */
  record WrongState(String why) implements RoleChangeOutcome {}
}
