package app.upline.retention;

import org.jspecify.annotations.Nullable;

/** Which holds are wanted. */
public record HoldFilter(LegalHold.@Nullable State state, @Nullable HoldKind kind) {

  /** The key whose order is that of the list. */
  String index() {
    if (state != null) {
      return kind == null ? "legal_hold_by_state" : "legal_hold_by_both";
    }
    return kind == null ? "legal_hold_by_organization" : "legal_hold_by_kind";
  }
}
