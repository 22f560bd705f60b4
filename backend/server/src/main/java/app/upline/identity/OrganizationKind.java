package app.upline.identity;

/** The two sides: those who disclose, and those to whom it is disclosed. */
public enum OrganizationKind {
  AGENCY,
  CARRIER
}
