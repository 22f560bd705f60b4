package app.upline.work;

/** What kind of thing waits, or something happened to; the codes are those of the contract. */
public enum SubjectKind {
  SUBMISSION,
  INCIDENT,
  FINDING,
  CORRECTIVE_ACTION_PLAN,
  REPORTING_PERIOD,
  RELATIONSHIPS,
  ROLE_CHANGE,
  POLICY,
  ANNOUNCEMENT,
  RESOURCE,
  WORK_LIST,
  AGENCY,
  CARRIER
}
