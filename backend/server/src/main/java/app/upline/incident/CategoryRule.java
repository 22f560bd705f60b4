package app.upline.incident;

import app.upline.platform.persistence.Sql;

/** Which categories an incident has: the primary one, and others. */
public final class CategoryRule {

  private CategoryRule() {}

  /** Wants the revision in the row {@code x} of {@code incident_revision} to have this one. */
  public static Sql has(ViolationCategory category) {
    return Sql.of(
        "and (x.primary_category = ? or json_contains(x.content, json_quote(?), '$.furtherCategories'))",
        category,
        category);
  }
}
