package app.upline.record;

import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.UUID;

/** What came of a batch: a row for each of the request's. */
public record BatchResult(List<Row> rows) {

  /** What a row did. */
  public enum Did {
    CREATED,
    CHANGED,
    UNCHANGED
  }

  /**
   * What came of a row.
   *
   * @param id of the record as it is now, or would be
   * @param reference likewise
   * @param written false for what a dry run took back
   * @param warnings as in the answer to a single save
   */
  public record Row(Did did, UUID id, String reference, boolean written, List<Fault> warnings) {}

  public BatchResult {
    rows = List.copyOf(rows);
  }

  public int count(Did did) {
    return (int) rows.stream().filter(row -> row.did() == did).count();
  }
}
