package app.upline.record;

/**
 * The names of a kind of record's tables. The head holds id, agency, references and where the
 * record stands; a row of the other table is a revision of it.
 *
 * @param head {@code r} in statements
 * @param revision {@code v} in statements
 * @param id the column of the revision's table that names the head
 */
public record RecordTables(String head, String revision, String id) {

  /** Joins the newest revision to heads. */
  public String newest() {
    return "%s v on v.%s = r.id and v.revision = r.revision".formatted(revision, id);
  }
}
