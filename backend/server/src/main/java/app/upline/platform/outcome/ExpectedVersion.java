package app.upline.platform.outcome;

import java.util.Set;
import java.util.function.Supplier;

/**
 * The version that the caller of a change has seen. A service compares it with the row that it has
 * locked, so that no caller overwrites what they do not know of.
 */
public sealed interface ExpectedVersion {

  /** Whichever it is; for callers who mean it so. */
  record Any() implements ExpectedVersion {}

  /** One of these; with none, nothing fits. */
  record OneOf(Set<String> versions) implements ExpectedVersion {
    public OneOf {
      versions = Set.copyOf(versions);
    }
  }

  /** Does the work if this is the current version, else refuses. */
  default <T> Outcome<T> ifCurrent(String current, Supplier<Outcome<T>> work) {
    boolean fits =
        switch (this) {
          case Any() -> true;
          case OneOf(Set<String> versions) -> versions.contains(current);
        };
    return fits ? work.get() : Outcome.refused(new Refusal.Stale(current));
  }

  /** The same for versions that are counted. */
  default <T> Outcome<T> ifCurrent(long current, Supplier<Outcome<T>> work) {
    return ifCurrent(Long.toString(current), work);
  }
}
