// What a rule does not apply to, and why. A rule reports an entry that names nothing in the contract any more.

/** POSTs without an Idempotency-Key. */
export const WITHOUT_IDEMPOTENCY_KEY = {
  signIn: 'the answer holds secrets, which are not kept for a replay; signing in twice does no harm',
  beginSingleSignOn: 'the answer holds secrets, which are not kept for a replay; beginning twice does no harm',
  completeSingleSignOn: 'a state works once by itself; the answer holds secrets, which are not kept for a replay',
  refreshSession: 'a refresh token works once by itself; its answer holds secrets, which are not kept for a replay',
  endSession: 'ending an ended session answers the same',
  requestPasswordReset: 'asking twice sends two links, of which the newer works; limited in number',
  completePasswordReset: 'a link works once by itself',
  requestSignInLink: 'asking twice sends two links, of which the newer works; limited in number',
  completeSignInLink: 'a link works once by itself; the answer holds a secret, which is not kept for a replay',
  confirmIdentity: 'the request holds secrets, of which not even a digest is kept; confirming twice does no harm',
  acceptInvitation: 'a link works once by itself',
  confirmEmailChange: 'a link works once by itself',
  changeMyPassword: 'the request holds secrets, of which not even a digest is kept; the old password fits once',
  answerSignInChallenge: 'a code works once by itself; the answer holds secrets, which are not kept for a replay',
  beginSecondFactor: 'the answer holds a secret, which is not kept for a replay; beginning again replaces it',
  confirmSecondFactor: 'the answer holds secrets, which are not kept for a replay; a code works once',
  replaceRecoveryCodes: 'the answer holds secrets, which are not kept for a replay; a code works once',
  disableSecondFactor: 'a code works once by itself',
  endMySessions: 'ending ended sessions answers the same',
  endMySession: 'ending an ended session does nothing',
  createServiceAccountSecret: 'the answer holds a secret, which is not kept for a replay; a second one is counted',
  issueMachineToken: 'the answer holds a secret, which is not kept for a replay; a second token does no harm',
  proposeRelationshipMapping: 'reads the sheet and stores nothing',
  proposeIncidentMapping: 'reads the sheet and stores nothing',
  verifyReceipt: 'computes and compares, and stores nothing',
  revealIncidentBeneficiary: 'the answer holds personal data, which is not kept for a replay; each reveal is recorded by itself',
  exportUnredactedIncidents: 'reads, and the answer holds personal data, which is not kept for a replay; each is recorded by itself',
  exportUnredactedDisclosedIncidents: 'reads, and the answer holds personal data, which is not kept for a replay; each is recorded by itself',
  verifyAuditTrail: 'computes and compares, and stores nothing',
  previewReportingPolicy: 'computes, and stores nothing',
};

/** POSTs beneath one resource that do not change it, so that there is no version to name. */
export const WITHOUT_IF_MATCH = {
  announceReportingPolicy: 'adds a policy beside the others, which stay as they are',
  endMySession: 'ending a session decides on nothing that could have changed',
  addSubmissionComment: 'adds to a collection beside the submission, whose representation stays as it is',
  verifyReceipt: 'computes and compares, and stores nothing',
  revealIncidentBeneficiary: 'reads, and records beside the block that it was read',
  readNotification: 'that it was read decides on nothing that could have changed',
  markNotificationUnread: 'that it is unread decides on nothing that could have changed',
  confirmAnnouncement: 'adds beside the announcement, which is not changed once it is published',
  addIncidentRemark: 'adds to a collection beside the incident, whose representation stays as it is',
  addFinding: 'adds to a collection beside the incident, whose representation stays as it is',
  answerFinding: 'adds an answer; a finding has no version',
  cancelRelationshipImport: 'the version moves with the progress, and canceling decides on nothing of it',
  cancelIncidentImport: 'the version moves with the progress, and canceling decides on nothing of it',
};

/** Operations that a machine may perform with whatever scope it has. */
export const ANY_SCOPE = {
  getCurrentUser: 'a machine may always ask who it is',
};

/** Lists that come whole. */
export const WITHOUT_PAGING = {
  getWorkList: 'the fifty most urgent; the lists behind it hold the rest',
  listResourceSections: 'a carrier has 200 at most, and usually a few dozen',
  listCarriers: 'as many as an agency has contracts: a handful',
  listReportingPolicies: 'a carrier changes what it asks once or twice a year',
  listPossibleDuplicates: 'two or three at most, or something else is wrong',
  listPossibleDuplicateRelationships: 'fifty at most, and two or three unless something else is wrong',
  listRelationshipDisclosures: 'one entry for each carrier of the agency',
  listSubmissionRevisions: 'one entry for each time a submission was returned',
};

/** Path segments that are neither a plural noun nor beneath one resource. */
export const SINGULAR_SEGMENTS = {
  'relationship-chain': 'one chain, around one relationship',
  oauth: 'the name of the protocol',
  work: 'it has no plural',
  search: 'it has no plural',
  me: 'there is exactly one caller',
  'team-mailbox': 'each organization has one',
  'identity-provider': 'each organization has one',
  'contract-directory': 'each carrier has one',
};

/** Path segments that are not kebab-case. */
export const FILE_SEGMENTS = {
  'relationships.xlsx': 'the name of the file that is downloaded',
  'incidents.xlsx': 'the name of the file that is downloaded',
};

/** Request schemas in which nothing is required. */
export const NOTHING_REQUIRED = {
  RefreshSession: 'the token may be in a cookie',
  AuditVerificationRequest: 'all of the trail is verified unless stated',
  AddressPatch: 'a merge patch holds only what changes',
  ContactPatch: 'a merge patch holds only what changes',
  OffshoreDetailsPatch: 'a merge patch holds only what changes',
  RelationshipPatch: 'a merge patch holds only what changes',
  IncidentPatch: 'a merge patch holds only what changes',
  IncidentSubjectPatch: 'a merge patch holds only what changes',
  MedicarePlanPatch: 'a merge patch holds only what changes',
  InvestigationPatch: 'a merge patch holds only what changes',
  EvidencePatch: 'a merge patch holds only what changes',
  RetrainingPatch: 'a merge patch holds only what changes',
  DisciplinaryActionPatch: 'a merge patch holds only what changes',
  IncidentRow: 'a row may change a record, and then holds only what changes',
  RelationshipRow: 'a row may change a record, and then holds only what changes',
  MedicarePlanDraft: 'whatever is known of it',
  InvestigationDraft: 'it is open and pending unless stated',
  EvidenceDraft: 'whatever there is',
  RetrainingDraft: 'whatever is known of it',
  MedicarePlan: 'whatever is known of it',
  Retraining: 'whatever is known of it',
  RemarkWord: 'a word is optional',
  RelationshipReopen: 'the date is today unless stated',
  ServiceAccountCredentialDraft: 'it lives as long as the account unless stated',
  AnnouncementPublication: 'it is published now unless stated',
  ResourceContentDraft: 'what it needs depends on what it is of',
  OptionalMessage: 'a message is welcome, not needed',
  IdentityProof: 'a code of whoever uses a second factor, the password of everybody else',
  HandOver: 'without a colleague it is nobody\'s',
  TriageAssignment: 'without an assignee it is given to nobody',
};

/** Enums whose values are somebody else's spelling. */
export const FOREIGN_CODES = {
  Bearer: 'RFC 6750 spells the token type so',
  client_credentials: 'RFC 6749 spells the grant so',
  'upline-disclosure/1': 'the name of a file format and its version',
};

/** Operations of another standard, whose errors 400 and 401 and whose names are that standard's. */
export const FOREIGN_OPERATIONS = {
  issueMachineToken: 'OAuth 2.0 (RFC 6749, sections 4.4 and 5): every client library reads its errors and no others, and 422 is none of them',
};

/** Schemas of another standard, with its spelling; unknown members of a request are ignored where it says so. */
export const FOREIGN_SCHEMAS = {
  MachineTokenRequest: 'RFC 6749, section 4.4.2',
  MachineToken: 'RFC 6749, section 5.1',
  OauthError: 'RFC 6749, section 5.2',
};

/** Problem types that no operation can declare. */
export const NOT_AN_OPERATIONS_PROBLEM = {
  'uri-too-long': 'the connection is ended before any operation is found',
  'headers-too-large': 'the connection is ended before any operation is found',
  'method-not-allowed': 'a method that a path does not have is not an operation of the contract',
};

/** Findings for the entries of `exemptions` that are not among `names`. */
export function stale(exemptions, names, list) {
  const present = new Set(names);
  return Object.keys(exemptions)
    .filter((name) => !present.has(name))
    .map((name) => ({ message: `"${name}" is exempt in ${list}, but the contract has no such thing`, path: [] }));
}
