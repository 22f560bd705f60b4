package app.upline.agency;

import app.upline.platform.persistence.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A policy as a row of its table. */
final class PolicyRows {

  private PolicyRows() {}

  static ReportingPolicy policy(ResultSet row) throws SQLException {
    return new ReportingPolicy(
        row.getObject("effective_from", LocalDate.class),
        row.getString("incident_due_day"),
        row.getBoolean("nil_incident_report_wanted"),
        ReportingPolicy.Notice.valueOf(row.getString("relationship_notice")),
        Database.intOrNull(row, "relationship_notice_days"),
        row.getBoolean("no_relationships_declaration_wanted"),
        row.getInt("grace_days"),
        days(row.getString("reminder_days")),
        row.getString("mailbox"),
        row.getString("attestation_version"),
        row.getString("attestation_wording"));
  }

  /** Days as their column keeps them: {@code 7,1}. */
  static String text(List<Integer> days) {
    return days.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Integer> days(String text) {
    return Stream.of(text.split(",")).filter(day -> !day.isEmpty()).map(Integer::valueOf).toList();
  }
}
