package app.upline.search;

/** What can be found; the codes are those of the contract, which says who may list what. */
public enum SearchKind {
  RELATIONSHIP,
  INCIDENT,
  DISCLOSED_RELATIONSHIP,
  DISCLOSED_INCIDENT,
  SUBMISSION,
  CORRECTIVE_ACTION_PLAN,
  AGENCY,
  CARRIER,
  RESOURCE,
  PERSON
}
