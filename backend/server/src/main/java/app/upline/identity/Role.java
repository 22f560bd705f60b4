package app.upline.identity;

/** What a person may do; the codes are those of the contract. */
public enum Role {
  AGENCY_REPORTER(OrganizationKind.AGENCY),
  AGENCY_ATTESTER(OrganizationKind.AGENCY),
  AGENCY_ADMINISTRATOR(OrganizationKind.AGENCY),
  AGENCY_PRIVACY_OFFICER(OrganizationKind.AGENCY),
  CARRIER_ANALYST(OrganizationKind.CARRIER),
  CARRIER_REVIEWER(OrganizationKind.CARRIER),
  CARRIER_ADMINISTRATOR(OrganizationKind.CARRIER),
  CARRIER_AUDITOR(OrganizationKind.CARRIER),
  CARRIER_PRIVACY_OFFICER(OrganizationKind.CARRIER);

  private final OrganizationKind side;

  Role(OrganizationKind side) {
    this.side = side;
  }

  /** The kind of organization whose people can have this role. */
  public OrganizationKind side() {
    return side;
  }

  /** Whether this role keeps the people of its organization. */
  public boolean isAdministrator() {
    return this == administratorOf(side);
  }

  /** Whether it attests, sees beneficiaries, or gives roles. */
  public boolean isSensitive() {
    return switch (this) {
      case AGENCY_ATTESTER,
          AGENCY_PRIVACY_OFFICER,
          AGENCY_ADMINISTRATOR,
          CARRIER_PRIVACY_OFFICER,
          CARRIER_ADMINISTRATOR ->
          true;
      case AGENCY_REPORTER, CARRIER_ANALYST, CARRIER_REVIEWER, CARRIER_AUDITOR -> false;
    };
  }

  /** Whether its people work on what is disclosed, so that such work can be given to them. */
  public boolean worksOnDisclosures() {
    return switch (this) {
      case AGENCY_REPORTER, AGENCY_ATTESTER, CARRIER_ANALYST, CARRIER_REVIEWER -> true;
      case AGENCY_ADMINISTRATOR,
          AGENCY_PRIVACY_OFFICER,
          CARRIER_ADMINISTRATOR,
          CARRIER_AUDITOR,
          CARRIER_PRIVACY_OFFICER ->
          false;
    };
  }

  /** Whether a person can have this role and no other: some only add to another one. */
  public boolean standsAlone() {
    return switch (this) {
      case AGENCY_PRIVACY_OFFICER, CARRIER_PRIVACY_OFFICER -> false;
      case AGENCY_REPORTER,
          AGENCY_ATTESTER,
          AGENCY_ADMINISTRATOR,
          CARRIER_ANALYST,
          CARRIER_REVIEWER,
          CARRIER_ADMINISTRATOR,
          CARRIER_AUDITOR ->
          true;
    };
  }

  public static Role administratorOf(OrganizationKind kind) {
    return switch (kind) {
      case AGENCY -> AGENCY_ADMINISTRATOR;
      case CARRIER -> CARRIER_ADMINISTRATOR;
    };
  }
}
