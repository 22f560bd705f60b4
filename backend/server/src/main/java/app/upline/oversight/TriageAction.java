package app.upline.oversight;

/** What was done with an item of triage: by a disclosure, or as a {@link TriageStep}. */
public enum TriageAction {
  /** A carrier received the incident. */
  RECEIVE,
  /** It was disclosed again, with changes. */
  FOLLOW_UP,
  /** The agency withdrew what it had disclosed. */
  TAKE_BACK,
  /** The agency said that it had been recorded by mistake. */
  VOID,
  ASSIGN,
  REVIEW,
  WAIT,
  DECIDE,
  CLOSE
}
