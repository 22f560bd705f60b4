package app.upline.submission;

/**
 * What a submission discloses, and in which tables that is kept. The rows of every kind have the
 * same shape, so the statements over them are written once, with these names left open.
 */
public enum SubmissionKind {
  /** Who works for the agency, 42 CFR 422.2274(g)(2). */
  RELATIONSHIPS("relationship", "submission_item", "disclosure", "undisclosed_change");

  private final String record;
  private final String items;
  private final String disclosure;
  private final String undisclosed;

  SubmissionKind(String record, String items, String disclosure, String undisclosed) {
    this.record = record;
    this.items = items;
    this.disclosure = disclosure;
    this.undisclosed = undisclosed;
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
   * {@code {disclosure}} for what carriers hold of it; {@code {undisclosed}} for what they lack.
   */
  String sql(String template) {
    return template
        .replace("{record}", record)
        .replace("{items}", items)
        .replace("{disclosure}", disclosure)
        .replace("{undisclosed}", undisclosed);
  }
}
