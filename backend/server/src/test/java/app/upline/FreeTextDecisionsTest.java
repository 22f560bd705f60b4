package app.upline;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Contract;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every string of the contract's request bodies that has no form of its own, with what was decided
 * about it: a new one fails here until it is decided whether personal data is looked for in it.
 */
class FreeTextDecisionsTest {

  /** Members of the forms of records: all of their texts are looked at, whichever they are. */
  private static final Set<String> FORMS =
      Set.of(
          "createRelationship",
          "changeRelationship",
          "createIncident",
          "changeIncident",
          "applyIncidentBatch",
          "applyRelationshipBatch",
          "addDisciplinaryAction",
          "changeDisciplinaryAction");

  /** Looked at one by one. */
  private static final Set<String> LOOKED_AT =
      Set.of(
          "endRelationship/endReason",
          "voidRelationship/reason",
          "voidIncident/reason",
          "addSubmissionComment/text",
          "addIncidentRemark/text",
          "answerRemark/text",
          "correctRemark/text",
          "resolveRemark/text",
          "reopenRemark/text",
          "withdrawRemark/text",
          "acknowledgeSubmission/message",
          "undoAcknowledgement/message",
          "returnSubmission/message",
          "withdrawSubmission/message",
          "submitSubmission/title",
          "submitSubmission/lateReason",
          "submitSubmission/freeTextReason",
          "acknowledgeSubmissions/message",
          "declareNil/title",
          "declareNil/lateReason",
          "addFinding/text",
          "answerFinding/text",
          "decideTriageItem/reason",
          "closeTriageItem/message",
          "reviewTriageItem/message",
          "waitForAgency/message",
          "issueCorrectiveActionPlan/title",
          "issueCorrectiveActionPlan/actionItems[]/title",
          "issueCorrectiveActionPlan/actionItems[]/owner",
          "submitEvidence/text",
          "submitEvidence/reference",
          "acceptEvidence/message",
          "rejectEvidence/message",
          "extendPlanItem/message",
          "closeCorrectiveActionPlan/message",
          "cancelCorrectiveActionPlan/message",
          "addPlanAttachment/note",
          "addIncidentAttachment/note",
          "placeLegalHold/reason",
          "releaseLegalHold/reason",
          "revealIncidentBeneficiary/reason",
          "exportUnredactedIncidents/reason",
          "exportUnredactedDisclosedIncidents/reason",
          "createResourceSection/title",
          "replaceResourceSection/title",
          "createResource/title",
          "replaceResource/title",
          "publishResource/text",
          "publishResource/url",
          "createAnnouncement/title",
          "createAnnouncement/body",
          "replaceAnnouncement/title",
          "replaceAnnouncement/body",
          "announceReportingPolicy/attestationWording",
          "createAgency/name",
          "createAgency/administrator/name",
          "inviteAgencyAdministrator/name",
          "changeAgency/name",
          "changeAgency/uplineName",
          "endAgencyContract/reason",
          "replaceSheetMapping/name",
          "replaceSheetMapping/fixedValues[]/text",
          "replaceSheetMapping/translations[]/from",
          "replaceSheetMapping/translations[]/to",
          "correctRelationshipImport/mapping/fixedValues[]/text",
          "correctRelationshipImport/mapping/translations[]/from",
          "correctRelationshipImport/mapping/translations[]/to",
          "correctIncidentImport/mapping/fixedValues[]/text",
          "correctIncidentImport/mapping/translations[]/from",
          "correctIncidentImport/mapping/translations[]/to");

  /** Where personal data belongs: sealed before it is stored. */
  private static final Set<String> SEALED =
      Set.of(
          "recordIncidentBeneficiary/fullName",
          "recordIncidentBeneficiary/mbi",
          // what a cell says; looked at when it becomes a record's
          "correctRelationshipImport/rows[]/cells[]/text",
          "correctIncidentImport/rows[]/cells[]/text");

  /** No other person reads it, or it is compared with what is known and not kept. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "signIn/email",
          "requestPasswordReset/email",
          "requestSignInLink/email",
          "createInvitation/email",
          "changeMyEmail/email",
          "changeMyName/name",
          "createAgency/administrator/email",
          "inviteAgencyAdministrator/email",
          // a number of the field, in its form
          "createAgency/npn",
          "changeAgency/uplineNpn",
          // the name of a person of ours, as an administrator says it
          "createInvitation/name",
          "createServiceAccount/name",
          "createServiceAccount/scopes[]",
          "replaceServiceAccountScopes/scopes[]",
          "addSubmissionComment/pointer",
          "addIncidentRemark/pointer",
          "submitSubmission/wordingVersion",
          "declareNil/wordingVersion",
          "importIncidents/sheet",
          "importIncidents/mapping",
          "correctRelationshipImport/rows[]/cells[]/field",
          "correctRelationshipImport/mapping/columns[]/column",
          "correctRelationshipImport/mapping/columns[]/field",
          "correctRelationshipImport/mapping/fixedValues[]/field",
          "correctRelationshipImport/mapping/translations[]/field",
          "correctIncidentImport/mapping/columns[]/column",
          "correctIncidentImport/mapping/columns[]/field",
          "correctIncidentImport/mapping/fixedValues[]/field",
          "correctIncidentImport/mapping/translations[]/field",
          "replaceSheetMapping/columns[]/column",
          "replaceSheetMapping/columns[]/field",
          "replaceSheetMapping/fixedValues[]/field",
          "replaceSheetMapping/translations[]/field",
          "correctIncidentImport/rows[]/cells[]/field",
          "importRelationships/sheet",
          "importRelationships/mapping",
          "proposeIncidentMapping/sheet",
          "proposeRelationshipMapping/sheet",
          "verifyAuditTrail/heads[]",
          "replaceTeamMailbox/address",
          "replaceIdentityProvider/client",
          "replaceIdentityProvider/issuer",
          "replaceIdentityProvider/rolesClaim",
          "replaceIdentityProvider/roles[]/value");

  /** Codes, tokens and secrets. */
  private static final Set<String> SECRETS =
      Set.of(
          "code",
          "challenge",
          "token",
          "refreshToken",
          "browserSecret",
          "state",
          "iss",
          "client_assertion",
          "client_assertion_type",
          "permit",
          "scope");

  @Test
  void everyFreeStringOfARequestIsDecidedUpon() {
    Map<String, Set<String>> free = free();
    assertThat(free).hasSizeGreaterThan(40);
    Set<String> undecided = new TreeSet<>();
    free.forEach(
        (operation, paths) ->
            paths.stream()
                .filter(path -> !isDecided(operation, path))
                .forEach(path -> undecided.add(operation + path)));
    assertThat(undecided).isEmpty();
  }

  @Test
  void nothingIsDecidedThatIsNotThere() {
    Set<String> there = new HashSet<>();
    free().forEach((operation, paths) -> paths.forEach(path -> there.add(operation + path)));
    assertThat(there).containsAll(LOOKED_AT).containsAll(SEALED).containsAll(NOT_PASSED_ON);
  }

  private static boolean isDecided(String operation, String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return FORMS.contains(operation)
        || LOOKED_AT.contains(operation + path)
        || SEALED.contains(operation + path)
        || NOT_PASSED_ON.contains(operation + path)
        || SECRETS.contains(last);
  }

  private static Map<String, Set<String>> free() {
    Map<String, Set<String>> free = new TreeMap<>();
    for (Contract.Operation operation : Contract.get().operations()) {
      if (operation.body().get("requestBody") instanceof Map<?, ?> body) {
        Map<?, ?> content = (Map<?, ?>) resolved(body).get("content");
        Set<String> paths = free.computeIfAbsent(operation.id(), id -> new TreeSet<>());
        content
            .values()
            .forEach(
                media -> walk((Map<?, ?>) ((Map<?, ?>) media).get("schema"), "", paths, Set.of()));
      }
    }
    return free;
  }

  private static void walk(Map<?, ?> given, String path, Set<String> found, Set<Object> seen) {
    Object ref = given.get("$ref");
    if (ref != null && seen.contains(ref)) {
      return;
    }
    Set<Object> within = new HashSet<>(seen);
    if (ref != null) {
      within.add(ref);
    }
    Map<?, ?> schema = resolved(given);
    for (String parts : List.of("allOf", "oneOf", "anyOf")) {
      if (schema.get(parts) instanceof List<?> several) {
        several.forEach(one -> walk((Map<?, ?>) one, path, found, within));
      }
    }
    if ("string".equals(schema.get("type"))
        && !schema.containsKey("enum")
        && !schema.containsKey("format")
        && !schema.containsKey("pattern")) {
      found.add(path);
    }
    if (schema.get("properties") instanceof Map<?, ?> members) {
      members.forEach((name, member) -> walk((Map<?, ?>) member, path + "/" + name, found, within));
    }
    if (schema.get("items") instanceof Map<?, ?> items) {
      walk(items, path + "[]", found, within);
    }
  }

  @SuppressWarnings("unchecked") // the contract is a tree of maps by name
  private static Map<String, Object> resolved(Map<?, ?> schema) {
    return Contract.get().resolve((Map<String, Object>) schema);
  }
}
