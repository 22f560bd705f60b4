package app.upline.relationship.workbook;

import app.upline.identity.CurrentUser;
import app.upline.platform.workbook.TableWriter;
import app.upline.platform.workbook.TemplateWriter;
import app.upline.relationship.Relationship;
import app.upline.relationship.RelationshipFilter;
import app.upline.relationship.RelationshipService;
import app.upline.relationship.RelationshipSort;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the register out, batch by batch: as a table, or filled into the template. */
@Singleton
public final class RelationshipExport {

  private final RelationshipService relationships;

  RelationshipExport(RelationshipService relationships) {
    this.relationships = relationships;
  }

  public void xlsx(
      CurrentUser user, RelationshipFilter filter, RelationshipSort sort, OutputStream out)
      throws IOException {
    try (TableWriter table =
        TableWriter.xlsx(out, RelationshipSheet.SHEET_NAME, RelationshipSheet.COLUMNS)) {
      write(user, filter, sort, table);
    }
  }

  public void csv(
      CurrentUser user, RelationshipFilter filter, RelationshipSort sort, OutputStream out)
      throws IOException {
    try (TableWriter table = TableWriter.csv(out, RelationshipSheet.COLUMNS)) {
      write(user, filter, sort, table);
    }
  }

  /** The template, with the agency's rows if asked for. */
  public void template(CurrentUser user, boolean filled, OutputStream out) throws IOException {
    Iterable<List<@Nullable Object>> rows =
        () ->
            filled
                ? new Rows(user, RelationshipFilter.NONE, RelationshipSort.REFERENCE)
                : Collections.emptyIterator();
    TemplateWriter.write(out, RelationshipSheet.template(), rows);
  }

  private void write(
      CurrentUser user, RelationshipFilter filter, RelationshipSort sort, TableWriter table)
      throws IOException {
    Iterator<List<@Nullable Object>> rows = new Rows(user, filter, sort);
    while (rows.hasNext()) {
      table.row(rows.next());
    }
  }

  private List<List<@Nullable Object>> rows(CurrentUser user, List<Relationship> batch) {
    Map<UUID, String> upstream =
        relationships.references(
            user,
            batch.stream()
                .map(r -> r.details().upstreamId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return batch.stream()
        .map(r -> RelationshipSheet.row(r, upstream.get(r.details().upstreamId())))
        .toList();
  }

  /** The rows of a list, fetched as they are asked for. */
  private final class Rows implements Iterator<List<@Nullable Object>> {

    private final CurrentUser user;
    private final Iterator<List<Relationship>> batches;
    private Iterator<List<@Nullable Object>> current = Collections.emptyIterator();

    Rows(CurrentUser user, RelationshipFilter filter, RelationshipSort sort) {
      this.user = user;
      this.batches = relationships.batches(user, filter, sort);
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && batches.hasNext()) {
        current = rows(user, batches.next()).iterator();
      }
      return current.hasNext();
    }

    @Override
    public List<@Nullable Object> next() {
      return current.next();
    }
  }
}
