package app.upline.submission;

import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import java.util.List;
import java.util.Set;

/** What people do with a remark; the codes are those of the contract. */
public enum CommentAction {
  /** The remark itself. */
  WRITE("written", OrganizationKind.CARRIER),
  ANSWER("answered", OrganizationKind.AGENCY),
  CORRECT("corrected", OrganizationKind.CARRIER),
  RESOLVE("resolved", OrganizationKind.CARRIER),
  REOPEN("reopened", OrganizationKind.CARRIER),
  WITHDRAW("withdrawn", OrganizationKind.CARRIER);

  private final String done;
  private final OrganizationKind side;

  CommentAction(String done, OrganizationKind side) {
    this.done = done;
    this.side = side;
  }

  /** The participle, for sentences. */
  String done() {
    return done;
  }

  /** Whose people do it. */
  OrganizationKind side() {
    return side;
  }

  /** Who does it. */
  Set<Role> roles() {
    return switch (side) {
      case AGENCY -> Set.of(Role.AGENCY_REPORTER, Role.AGENCY_ATTESTER);
      case CARRIER -> Set.of(Role.CARRIER_ANALYST, Role.CARRIER_REVIEWER);
    };
  }

  /** Whether only the author of a remark does it. */
  boolean isForTheAuthor() {
    return this == CORRECT || this == WITHDRAW;
  }

  /** Whether it may be done without a word. */
  boolean needsNoText() {
    return this == RESOLVE || this == WITHDRAW;
  }

  /** The table of what is possible in which state. */
  static List<CommentAction> from(CommentState state) {
    return switch (state) {
      case OPEN, ANSWERED -> List.of(ANSWER, CORRECT, RESOLVE, WITHDRAW);
      case RESOLVED -> List.of(REOPEN);
      case WITHDRAWN -> List.of();
    };
  }

  /** Where it leads to: what is corrected or reopened waits for an answer again. */
  CommentState to() {
    return switch (this) {
      case WRITE, CORRECT, REOPEN -> CommentState.OPEN;
      case ANSWER -> CommentState.ANSWERED;
      case RESOLVE -> CommentState.RESOLVED;
      case WITHDRAW -> CommentState.WITHDRAWN;
    };
  }
}
