package app.upline.agency;

/** What can be done with an agency, or with its contract; the codes are those of the contract. */
public enum AgencyStep {
  CHANGE,
  END_CONTRACT,
  RENEW_CONTRACT
}
