package app.upline.notification;

import app.upline.identity.Role;

/** What an event is about, by which people choose; the codes are those of the contract. */
public enum Topic {
  SUBMISSIONS,
  INCIDENTS,
  FINDINGS_AND_PLANS,
  DUE_DAYS,
  POLICIES,
  PUBLICATIONS,
  TEAM_WORK,
  ORGANIZATIONS;

  /** How a person in this role who has chosen nothing is told by mail. */
  MailChoice usual(Role role) {
    return switch (role) {
      case AGENCY_REPORTER, AGENCY_ATTESTER -> MailChoice.AT_ONCE;
      case AGENCY_ADMINISTRATOR ->
          this == POLICIES || this == PUBLICATIONS || this == ORGANIZATIONS
              ? MailChoice.AT_ONCE
              : MailChoice.NONE;
      case CARRIER_ANALYST, CARRIER_REVIEWER ->
          this == INCIDENTS || this == TEAM_WORK ? MailChoice.AT_ONCE : MailChoice.DIGEST;
      case AGENCY_PRIVACY_OFFICER,
          CARRIER_ADMINISTRATOR,
          CARRIER_AUDITOR,
          CARRIER_PRIVACY_OFFICER ->
          MailChoice.NONE;
    };
  }
}
