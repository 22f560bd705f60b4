package app.upline.disclosure.workbook;

import app.upline.disclosure.DisclosedFilter;
import app.upline.disclosure.DisclosedRegister;
import app.upline.disclosure.DisclosedRelationship;
import app.upline.disclosure.DisclosedRelationshipSort;
import app.upline.identity.CurrentUser;
import app.upline.platform.download.TableFormat;
import app.upline.platform.listing.ListOrder;
import app.upline.relationship.workbook.RelationshipSheet;
import app.upline.sheet.FieldColumns;
import app.upline.sheet.SheetRows;
import app.upline.submission.UpstreamReferences;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the carrier's register out, batch by batch: the columns of the agency's sheet, with where
 * each row came from.
 */
@Singleton
public final class DisclosedExport {

  private static final Columns COLUMNS = new Columns(columns());

  private final DisclosedRegister register;
  private final UpstreamReferences upstream;

  DisclosedExport(DisclosedRegister register, UpstreamReferences upstream) {
    this.register = register;
    this.upstream = upstream;
  }

  public void write(
      CurrentUser user,
      DisclosedFilter filter,
      ListOrder<DisclosedRelationshipSort> order,
      TableFormat format,
      OutputStream out)
      throws IOException {
    new SheetRows<>(register.batches(user, filter, order), batch -> values(user, batch))
        .write(format, "Disclosed relationships", COLUMNS, out);
  }

  private List<List<@Nullable Object>> values(CurrentUser user, List<DisclosedRelationship> batch) {
    Map<UUID, String> references =
        upstream.of(
            user,
            batch.stream()
                .map(row -> row.relationship().details().upstreamId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return batch.stream()
        .map(
            row -> {
              UUID above = row.relationship().details().upstreamId();
              return values(row, above == null ? null : references.get(above));
            })
        .toList();
  }

  private static List<@Nullable Object> values(
      DisclosedRelationship row, @Nullable String upstreamReference) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.agency().name());
    values.add(row.disclosedAt().toString());
    values.add(row.submissionReference());
    values.add(row.receiptNumber());
    values.add(row.submissionStatus().name());
    values.addAll(RelationshipSheet.row(row.relationship(), upstreamReference));
    return values;
  }

  private static List<SheetColumn> columns() {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(column("agency", "Agency", 34));
    columns.add(column("disclosedAt", "Disclosed at", 28));
    columns.add(column("submission", "Submission", 24));
    columns.add(column("receipt", "Receipt", 22));
    columns.add(column("submissionStatus", "Submission status", 18));
    columns.addAll(RelationshipSheet.COLUMNS.all());
    return columns;
  }

  private static SheetColumn column(String key, String header, int width) {
    return FieldColumns.text(key, header, "", width);
  }
}
