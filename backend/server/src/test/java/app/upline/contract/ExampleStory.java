package app.upline.contract;

import app.upline.identity.Role;
import java.util.List;
import java.util.Map;

/**
 * What an example of a request cannot tell: what was done before it, and why a few are refused
 * wherever they are sent.
 */
final class ExampleStory {

  /**
   * What goes before an operation, each step with its own first example. What a step makes is what
   * the request is about.
   */
  static final Map<String, List<String>> BEFORE =
      Map.ofEntries(
          Map.entry("completePasswordReset", List.of("requestPasswordReset")),
          Map.entry("completeSignInLink", List.of("requestSignInLink")),
          Map.entry("confirmEmailChange", List.of("changeMyEmail")),
          Map.entry("acceptInvitation", List.of("createInvitation")),
          Map.entry("issueMachineToken", List.of("createServiceAccountSecret")),
          Map.entry("inviteAgencyAdministrator", List.of("createAgency")),
          Map.entry("compareRelationshipRevisions", List.of("changeRelationship")),
          Map.entry("compareIncidentRevisions", List.of("changeIncident")),
          Map.entry("waitForAgency", List.of("reviewTriageItem")),
          Map.entry("decideTriageItem", List.of("reviewTriageItem")),
          Map.entry("correctRemark", List.of("addIncidentRemark")),
          Map.entry("withdrawRemark", List.of("addIncidentRemark")),
          Map.entry("downloadPlanAttachment", List.of("addPlanAttachment")),
          Map.entry("extendPlanItem", List.of("issueCorrectiveActionPlan")),
          Map.entry("enableUser", List.of("disableUser")),
          Map.entry("assignWork", List.of("returnSubmission")),
          Map.entry("replaceAnnouncement", List.of("createAnnouncement")),
          Map.entry("publishAnnouncement", List.of("createAnnouncement")),
          Map.entry("replaceResource", List.of("createResource")),
          Map.entry("publishResource", List.of("createResource")),
          Map.entry("removeResourceSection", List.of("createResourceSection")),
          Map.entry("withdrawReportingPolicy", List.of("announceReportingPolicy")),
          Map.entry("renewAgencyContract", List.of("endAgencyContract")),
          Map.entry("applyRelationshipBatch", List.of("createRelationship")),
          Map.entry("reopenRelationship", List.of("endRelationship")),
          Map.entry("restoreRelationship", List.of("voidRelationship")),
          Map.entry("restoreIncident", List.of("voidIncident")),
          Map.entry("createSubmission", List.of("createRelationship", "createIncident")),
          Map.entry("refreshSubmission", List.of("createRelationship", "createSubmission")),
          Map.entry("discardSubmission", List.of("createRelationship", "createSubmission")),
          Map.entry("submitSubmission", List.of("createRelationship", "createSubmission")),
          Map.entry("undoAcknowledgement", List.of("acknowledgeSubmission")),
          Map.entry("removeIncidentBeneficiary", List.of("recordIncidentBeneficiary")),
          Map.entry("revealIncidentBeneficiary", List.of("recordIncidentBeneficiary")),
          Map.entry("getIncidentBeneficiary", List.of("recordIncidentBeneficiary")),
          Map.entry("closeTriageItem", List.of("reviewTriageItem", "decideTriageItem")),
          Map.entry("reopenRemark", List.of("resolveRemark")),
          Map.entry("acceptEvidence", List.of("submitEvidence")),
          Map.entry("rejectEvidence", List.of("submitEvidence")),
          Map.entry("closeCorrectiveActionPlan", List.of("submitEvidence", "acceptEvidence")),
          Map.entry("downloadExtractContent", List.of("finalizeExtract")));

  /**
   * Another day than that on which all others are sent, where an example tells of another season.
   */
  static final Map<String, String> DAYS =
      Map.of(
          "issueCorrectiveActionPlan", "2026-04-20T15:00:00Z",
          "extendPlanItem", "2026-04-20T15:00:00Z",
          "applyRelationshipBatch", "2026-12-02T15:00:00Z",
          "declareNil", "2026-10-31T20:00:00Z");

  /** Who sends what is told to some of those who may without their saying of which carrier. */
  static final Map<String, Role> CALLERS =
      Map.of("getContractDirectory", Role.CARRIER_ANALYST, "listContracts", Role.CARRIER_ANALYST);

  /** What is answered to an example that cannot be done, and why. */
  record Refused(int status, String reason) {}

  private static final Refused CODE =
      new Refused(409, "it takes an authenticator; SecondFactorTest has one");
  private static final Refused UNDER_WAY =
      new Refused(409, "it takes an upload that is under way; ImportJobsTest has one");

  static final Map<String, Refused> REFUSED =
      Map.ofEntries(
          Map.entry(
              "answerSignInChallenge",
              new Refused(401, "it takes an authenticator; SecondFactorTest has one")),
          Map.entry("confirmSecondFactor", CODE),
          Map.entry("replaceRecoveryCodes", CODE),
          Map.entry("disableSecondFactor", CODE),
          Map.entry("disableUserSecondFactor", CODE),
          Map.entry("replaceSecuritySettings", CODE),
          Map.entry(
              "replaceIdentityProvider",
              new Refused(422, "it takes an identity provider; IdentityProviderTest has one")),
          Map.entry(
              "replaceSheetMapping",
              new Refused(422, "it takes a sheet with its headings; SheetMappingsTest has one")),
          Map.entry(
              "beginSingleSignOn",
              new Refused(404, "it takes an identity provider; SingleSignOnStepsTest has one")),
          Map.entry(
              "completeSingleSignOn",
              new Refused(401, "it takes an identity provider; SingleSignOnStepsTest has one")),
          Map.entry(
              "declareNil",
              new Refused(409, "it takes a carrier that wants it; NilDeclarationTest has one")),
          Map.entry("cancelRelationshipImport", UNDER_WAY),
          Map.entry("cancelIncidentImport", UNDER_WAY));

  private ExampleStory() {}
}
