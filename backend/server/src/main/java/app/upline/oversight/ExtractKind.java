package app.upline.oversight;

import java.util.List;

/** The lists that leave the carrier; the codes are those of the contract. */
public enum ExtractKind {
  /** Violations, repeats and potential harm first (42 CFR 422.2272(e)). */
  CMS_MONTHLY(
      "cms-monthly",
      List.of(
          new Column("incident", "Incident", 20),
          new Column("agency", "Agency", 34),
          new Column("agencyNpn", "Agency NPN", 14),
          new Column("receivedOn", "Received", 12),
          new Column("subject", "Subject", 28),
          new Column("subjectNpn", "Subject NPN", 14),
          new Column("repeat", "Repeat", 9),
          new Column("potentialHarm", "Potential harm", 10),
          new Column("enrollmentAffected", "Enrollment affected", 12),
          new Column("beneficiariesAffected", "Beneficiaries affected", 12),
          new Column("severity", "Severity", 10),
          new Column("category", "Category", 34),
          new Column("incidentDate", "Incident date", 12),
          new Column("discoveryDate", "Discovery date", 12),
          new Column("state", "State", 8),
          new Column("channel", "Channel", 18),
          new Column("contractNumber", "Contract number", 12),
          new Column("pbp", "PBP", 8),
          new Column("planYear", "Plan year", 10),
          new Column("ctmNumber", "CTM number", 16),
          new Column("rootCause", "Root cause", 24),
          new Column("agencyOutcome", "Agency's outcome", 14),
          new Column("carrierConclusion", "Carrier's conclusion", 14),
          new Column("actionTaken", "Action taken", 44),
          new Column("summary", "Summary", 80))),
  /** Who was terminated for cause, when, and why. */
  FOR_CAUSE(
      "for-cause",
      List.of(
          new Column("npn", "NPN", 14),
          new Column("name", "Name", 34),
          new Column("date", "Date", 12),
          new Column("cause", "Cause", 40),
          new Column("action", "Action", 26),
          new Column("agency", "Agency", 34),
          new Column("state", "State", 8),
          new Column("incident", "Incident", 20)));

  private final String fileName;
  private final List<Column> columns;

  ExtractKind(String fileName, List<Column> columns) {
    this.fileName = fileName;
    this.columns = columns;
  }

  /** A column of the list: everything in it is text. */
  public record Column(String key, String header, int width) {}

  public String fileName() {
    return fileName;
  }

  public List<Column> columns() {
    return columns;
  }
}
