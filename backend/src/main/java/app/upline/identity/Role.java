package app.upline.identity;

/** What a person may do; the codes are those of the contract. */
public enum Role {
  AGENCY_REPORTER(OrganisationKind.AGENCY),
  AGENCY_ATTESTER(OrganisationKind.AGENCY),
  AGENCY_ADMINISTRATOR(OrganisationKind.AGENCY),
  AGENCY_PRIVACY_OFFICER(OrganisationKind.AGENCY),
  CARRIER_ANALYST(OrganisationKind.CARRIER),
  CARRIER_REVIEWER(OrganisationKind.CARRIER),
  CARRIER_ADMINISTRATOR(OrganisationKind.CARRIER),
  CARRIER_AUDITOR(OrganisationKind.CARRIER),
  CARRIER_PRIVACY_OFFICER(OrganisationKind.CARRIER);

  private final OrganisationKind side;

  Role(OrganisationKind side) {
    this.side = side;
  }

  /** The kind of organisation whose people can have this role. */
  public OrganisationKind side() {
    return side;
  }

  /** Whether this role keeps the people of its organisation. */
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

  static Role administratorOf(OrganisationKind kind) {
    return switch (kind) {
      case AGENCY -> AGENCY_ADMINISTRATOR;
      case CARRIER -> CARRIER_ADMINISTRATOR;
    };
  }
}
