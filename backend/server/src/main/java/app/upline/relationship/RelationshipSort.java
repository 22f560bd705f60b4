package app.upline.relationship;

/** The order of a list; ties are broken by creation. */
public enum RelationshipSort {
  REFERENCE,
  LEGAL_NAME,
  CHANGED_AT
}
