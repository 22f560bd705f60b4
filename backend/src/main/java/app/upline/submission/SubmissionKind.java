package app.upline.submission;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a submission discloses, and in which tables that is kept. The rows of every kind have the
 * same shape, so the statements over them are written once, with these names left open.
 */
public enum SubmissionKind {
  /** Who works for the agency, 42 CFR 422.2274(g)(2). */
  RELATIONSHIPS("relationship", "submission_item", "disclosure", "undisclosed_change", List.of()),

  /** Violations and the discipline that followed, 42 CFR 422.2274(g)(2): the monthly report. */
  INCIDENTS(
      "incident",
      "submission_incident",
      "incident_disclosure",
      "undisclosed_incident",
      List.of("subject_npn", "counts_on", "established"));

  private static final Pattern HELD = Pattern.compile("\\{(\\w\\.)?held}");

  private final String record;
  private final String items;
  private final String disclosure;
  private final String undisclosed;
  private final List<String> held;

  SubmissionKind(
      String record, String items, String disclosure, String undisclosed, List<String> held) {
    this.record = record;
    this.items = items;
    this.disclosure = disclosure;
    this.undisclosed = undisclosed;
    this.held = held;
  }

  /** One of them, for sentences; also how its columns and members begin. */
  String noun() {
    return record;
  }

  /** Several of them, for sentences. */
  String plural() {
    return record + "s";
  }

  /**
   * A statement over the tables of this kind: {@code {record}} stands for the head, and for how the
   * names of its revisions, facets and key begin; {@code {items}} for what submissions pin of it;
   * {@code {disclosure}} for what carriers hold of it; {@code {undisclosed}} for what they lack;
   * {@code {held}} or {@code {v.held}}, with a comma before each, for the columns of a revision
   * that are kept with what a carrier holds.
   */
  String sql(String template) {
    return HELD.matcher(template)
        .replaceAll(
            place -> {
              String alias = place.group(1) == null ? "" : place.group(1);
              return held.stream()
                  .map(column -> ", " + alias + column)
                  .collect(Collectors.joining());
            })
        .replace("{record}", record)
        .replace("{items}", items)
        .replace("{disclosure}", disclosure)
        .replace("{undisclosed}", undisclosed);
  }
}
