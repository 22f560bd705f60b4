package app.upline.work;

/** How much it presses; the codes are those of the contract, the most urgent first. */
public enum Urgency {
  CRITICAL,
  OVERDUE,
  SOON,
  WAITING
}
