package app.upline.notification;

import static app.upline.identity.Role.AGENCY_ADMINISTRATOR;
import static app.upline.identity.Role.AGENCY_ATTESTER;
import static app.upline.identity.Role.AGENCY_REPORTER;
import static app.upline.identity.Role.CARRIER_ADMINISTRATOR;
import static app.upline.identity.Role.CARRIER_ANALYST;
import static app.upline.identity.Role.CARRIER_REVIEWER;

import app.upline.identity.Role;
import app.upline.work.WorkKind;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The catalog of what people are told: what happened, whom it concerns, and what it makes wait for
 * them. The codes are those of the contract.
 */
public enum EventType {
  SUBMISSION_RECEIVED(
      Topic.SUBMISSIONS,
      Audience.CARRIER_TEAM,
      WorkKind.SUBMISSION_TO_REVIEW,
      "{reference} was submitted by {other}."),
  SUBMISSION_WITHDRAWN(
      Topic.SUBMISSIONS, Audience.CARRIER_TEAM, null, "{reference} was withdrawn by {other}."),
  SUBMISSION_RETURNED(
      Topic.SUBMISSIONS,
      Audience.AGENCY_TEAM,
      WorkKind.RETURNED_SUBMISSION,
      "{reference} was returned by {other} for correction."),
  SUBMISSION_ACKNOWLEDGED(
      Topic.SUBMISSIONS, Audience.AGENCY_TEAM, null, "{reference} was acknowledged by {other}."),
  ACKNOWLEDGEMENT_UNDONE(
      Topic.SUBMISSIONS,
      Audience.AGENCY_TEAM,
      null,
      "{reference} is under review again: {other} undid the acknowledgement."),
  REVIEW_REOPENED(
      Topic.SUBMISSIONS,
      Audience.CARRIER_TEAM,
      WorkKind.SUBMISSION_TO_REVIEW,
      "{reference} of {other} is to be reviewed again: its acknowledgement was undone."),

  REMARK_MADE(
      Topic.SUBMISSIONS, Audience.AGENCY_TEAM, WorkKind.REMARK, "{other} remarked on {reference}."),
  REMARK_ANSWERED(
      Topic.SUBMISSIONS,
      Audience.CARRIER_TEAM,
      WorkKind.ANSWERED_REMARK,
      "{other} answered a remark on {reference}."),
  REMARK_RESOLVED(
      Topic.SUBMISSIONS, Audience.AGENCY_TEAM, null, "{other} resolved a remark on {reference}."),

  CRITICAL_INCIDENT(
      Topic.INCIDENTS,
      Audience.CARRIER_TEAM,
      WorkKind.CRITICAL_INCIDENT,
      "{reference} of {other} is critical."),
  INCIDENT_ASSIGNED(
      Topic.INCIDENTS,
      Audience.CARRIER_TEAM,
      WorkKind.ASSIGNED_INCIDENT,
      "{reference} of {other} was assigned to you."),

  FINDING_MADE(
      Topic.FINDINGS_AND_PLANS,
      Audience.AGENCY_TEAM,
      WorkKind.FINDING,
      "{other} made a finding on {reference}."),
  MORE_REQUESTED(
      Topic.FINDINGS_AND_PLANS,
      Audience.AGENCY_TEAM,
      WorkKind.FINDING,
      "{other} asks for more on {reference}."),
  FINDING_ANSWERED(
      Topic.FINDINGS_AND_PLANS,
      Audience.CARRIER_TEAM,
      WorkKind.ANSWERED_REQUEST,
      "{other} answered on {reference}."),
  PLAN_ISSUED(
      Topic.FINDINGS_AND_PLANS,
      Audience.AGENCY_TEAM,
      WorkKind.CORRECTIVE_ACTION_PLAN,
      "{other} issued the corrective action plan {reference}."),
  EVIDENCE_SUBMITTED(
      Topic.FINDINGS_AND_PLANS,
      Audience.CARRIER_TEAM,
      WorkKind.PLAN_TO_VALIDATE,
      "{other} submitted evidence for {reference}."),
  EVIDENCE_ACCEPTED(
      Topic.FINDINGS_AND_PLANS,
      Audience.AGENCY_TEAM,
      null,
      "{other} accepted evidence for {reference}."),
  EVIDENCE_REJECTED(
      Topic.FINDINGS_AND_PLANS,
      Audience.AGENCY_TEAM,
      WorkKind.CORRECTIVE_ACTION_PLAN,
      "{other} rejected evidence for {reference}."),
  PLAN_EXTENDED(
      Topic.FINDINGS_AND_PLANS,
      Audience.AGENCY_TEAM,
      WorkKind.CORRECTIVE_ACTION_PLAN,
      "{other} gave more time for the corrective action plan {reference}."),
  PLAN_ENDED(
      Topic.FINDINGS_AND_PLANS,
      Audience.AGENCY_TEAM,
      null,
      "{other} closed or canceled {reference}."),

  REPORT_DUE_SOON(
      Topic.DUE_DAYS,
      Audience.AGENCY_TEAM,
      WorkKind.REPORTING_PERIOD,
      "The report of {period} for {other} is due soon."),
  REPORT_OVERDUE(
      Topic.DUE_DAYS,
      Audience.AGENCY_TEAM,
      WorkKind.REPORTING_PERIOD,
      "The report of {period} for {other} is overdue."),
  REPORT_MISSING(
      Topic.DUE_DAYS,
      Audience.CARRIER_TEAM,
      null,
      "The report of {period} from {other} is overdue."),
  RELATIONSHIPS_DUE_SOON(
      Topic.DUE_DAYS,
      Audience.AGENCY_TEAM,
      WorkKind.RELATIONSHIP_DUTY,
      "{other} wants to know by {reference} of changes in the register."),
  RELATIONSHIPS_OVERDUE(
      Topic.DUE_DAYS,
      Audience.AGENCY_TEAM,
      WorkKind.RELATIONSHIP_DUTY,
      "{other} wanted to know by {reference} of changes in the register."),
  PLAN_DUE_SOON(
      Topic.DUE_DAYS,
      Audience.AGENCY_TEAM,
      WorkKind.CORRECTIVE_ACTION_PLAN,
      "An item of {reference} for {other} is due soon."),
  PLAN_OVERDUE(
      Topic.DUE_DAYS,
      Audience.AGENCY_TEAM,
      WorkKind.CORRECTIVE_ACTION_PLAN,
      "An item of {reference} for {other} is overdue."),
  PLAN_LATE(
      Topic.DUE_DAYS,
      Audience.CARRIER_TEAM,
      null,
      "An item of {reference} is overdue from {other}."),

  POLICY_ANNOUNCED(
      Topic.POLICIES,
      Audience.AGENCY,
      null,
      "{other} announced what it asks from another day on ({reference})."),
  POLICY_WITHDRAWN(
      Topic.POLICIES,
      Audience.AGENCY,
      null,
      "{other} took back what it had announced ({reference})."),

  ANNOUNCEMENT_PUBLISHED(
      Topic.PUBLICATIONS,
      Audience.AGENCY,
      WorkKind.ANNOUNCEMENT,
      "{other} published an announcement."),
  ANNOUNCEMENT_TO_CONFIRM(
      Topic.PUBLICATIONS,
      Audience.AGENCY,
      WorkKind.ANNOUNCEMENT,
      "{other} asks somebody to confirm having read an announcement."),
  RESOURCE_PUBLISHED(
      Topic.PUBLICATIONS,
      Audience.AGENCY,
      null,
      "{other} published something in its resource center."),

  CONTRACT_BEGUN(
      Topic.ORGANIZATIONS,
      Audience.AGENCY,
      null,
      "The contract with {other} begins on {reference}."),
  CONTRACT_ENDED(
      Topic.ORGANIZATIONS,
      Audience.AGENCY,
      null,
      "{other} ends the contract; its last day is {reference}."),
  AGENCY_CHANGED(
      Topic.ORGANIZATIONS,
      Audience.CARRIER,
      null,
      "{other} says what it is called and where it stands from {reference} on."),

  WORK_ASSIGNED(Topic.TEAM_WORK, Audience.EITHER_TEAM, null, "{reference} was assigned to you."),
  WORK_HANDED_OVER(
      Topic.TEAM_WORK,
      Audience.EITHER_TEAM,
      null,
      "The open work of a colleague was handed over to you."),
  WORK_RELEASED(
      Topic.TEAM_WORK,
      Audience.EITHER_TEAM,
      null,
      "The open work of a colleague is nobody's now: see the work list.");

  private static final Pattern PLACE = Pattern.compile("\\{(reference|other|period)}");

  private final Topic topic;
  private final Audience audience;
  private final @Nullable WorkKind work;
  private final String sentence;

  EventType(Topic topic, Audience audience, @Nullable WorkKind work, String sentence) {
    this.topic = topic;
    this.audience = audience;
    this.work = work;
    this.sentence = sentence;
  }

  /** Whose business it is. */
  enum Audience {
    CARRIER_TEAM(Set.of(CARRIER_ANALYST, CARRIER_REVIEWER)),
    AGENCY_TEAM(Set.of(AGENCY_REPORTER, AGENCY_ATTESTER)),
    AGENCY(Set.of(AGENCY_REPORTER, AGENCY_ATTESTER, AGENCY_ADMINISTRATOR)),
    CARRIER(Set.of(CARRIER_ANALYST, CARRIER_REVIEWER, CARRIER_ADMINISTRATOR)),
    EITHER_TEAM(Set.of(AGENCY_REPORTER, AGENCY_ATTESTER, CARRIER_ANALYST, CARRIER_REVIEWER));

    private final Set<Role> roles;

    Audience(Set<Role> roles) {
      this.roles = roles;
    }
  }

  public Topic topic() {
    return topic;
  }

  /** What it puts on the work list of those whom it concerns; null for what is only to be known. */
  public @Nullable WorkKind work() {
    return work;
  }

  Set<Role> roles() {
    return audience.roles;
  }

  /** Whether a reminder of its own goes by mail already. */
  boolean isMailedElsewhere() {
    return this == REPORT_DUE_SOON || this == REPORT_OVERDUE;
  }

  /** For people; it names things and organizations, and nothing of what is in them. */
  String sentence(@Nullable String reference, @Nullable String other, @Nullable String period) {
    // In one pass: a name may hold braces too.
    return PLACE
        .matcher(sentence)
        .replaceAll(
            place -> {
              String words =
                  switch (place.group(1)) {
                    case "reference" -> reference;
                    case "other" -> other;
                    default -> period;
                  };
              return words == null ? "" : Matcher.quoteReplacement(words);
            });
  }
}
