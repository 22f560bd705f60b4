package app.upline.platform.personal;

/** What free text is searched for. */
public enum PersonalDataKind {
  /** A Medicare Beneficiary Identifier. */
  MBI("a Medicare number (MBI)"),
  /** A Social Security number, or a taxpayer number of the same form. */
  SSN("a Social Security number"),
  EMAIL("an e-mail address"),
  PHONE("a phone number");

  private final String label;

  PersonalDataKind(String label) {
    this.label = label;
  }

  /** With its article, to be put into a sentence. */
  public String label() {
    return label;
  }
}
