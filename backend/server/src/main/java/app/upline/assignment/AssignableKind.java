package app.upline.assignment;

/** What can be given to a colleague; the codes are those of the contract. */
public enum AssignableKind {
  SUBMISSION,
  FINDING,
  CORRECTIVE_ACTION_PLAN
}
