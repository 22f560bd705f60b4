package app.upline.identity.people;

/** What a change led to that a second administrator may have to approve. */
public sealed interface AppliedOrWaiting<T> {

  /** It counts from now on; this is how it stands. */
  record Applied<T>(T value) implements AppliedOrWaiting<T> {}

  /** All of it that needs approval waits for a second administrator. */
  record Waiting<T>(RoleChange change) implements AppliedOrWaiting<T> {}
}
