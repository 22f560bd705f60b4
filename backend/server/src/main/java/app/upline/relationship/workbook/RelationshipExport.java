package app.upline.relationship.workbook;

import app.upline.identity.CurrentUser;
import app.upline.platform.download.TableFormat;
import app.upline.platform.listing.ListOrder;
import app.upline.relationship.RegisterReferences;
import app.upline.relationship.Relationship;
import app.upline.relationship.RelationshipFilter;
import app.upline.relationship.RelationshipService;
import app.upline.relationship.RelationshipSort;
import app.upline.relationship.RelationshipStatus;
import app.upline.sheet.SheetRows;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
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
  private final RegisterReferences references;

  RelationshipExport(RelationshipService relationships, RegisterReferences references) {
    this.relationships = relationships;
    this.references = references;
  }

  public void table(
      CurrentUser user,
      RelationshipFilter filter,
      ListOrder<RelationshipSort> order,
      TableFormat format,
      OutputStream out)
      throws IOException {
    rows(user, filter, order)
        .write(format, RelationshipSheet.SHEET_NAME, RelationshipSheet.COLUMNS, out);
  }

  /** The template, with the agency's rows if asked for. */
  public void template(CurrentUser user, boolean filled, OutputStream out) throws IOException {
    SheetRows<Relationship> rows =
        filled
            ? rows(user, RelationshipFilter.NONE, ListOrder.by(RelationshipSort.REFERENCE))
            : SheetRows.none();
    rows.fill(RelationshipSheet.template(), out);
  }

  private SheetRows<Relationship> rows(
      CurrentUser user, RelationshipFilter filter, ListOrder<RelationshipSort> order) {
    boolean voided = filter.status() == RelationshipStatus.VOIDED;
    return new SheetRows<>(
        relationships.batches(user, filter, order), batch -> rows(user, batch, voided));
  }

  /** Without what was voided unless that is asked for: a file travels. */
  private List<List<@Nullable Object>> rows(
      CurrentUser user, List<Relationship> batch, boolean voided) {
    Map<UUID, String> upstream =
        references.of(
            user,
            batch.stream()
                .map(r -> r.details().upstreamId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return batch.stream()
        .filter(r -> voided || !r.details().isVoided())
        .map(
            r -> {
              UUID above = r.details().upstreamId();
              return RelationshipSheet.row(r, above == null ? null : upstream.get(above));
            })
        .toList();
  }
}
