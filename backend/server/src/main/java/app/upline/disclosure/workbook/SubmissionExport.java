package app.upline.disclosure.workbook;

import app.upline.identity.CurrentUser;
import app.upline.platform.download.TableFormat;
import app.upline.platform.fields.Difference;
import app.upline.platform.paging.Batches;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.personal.FreeTextScan;
import app.upline.relationship.workbook.RelationshipSheet;
import app.upline.sheet.SheetRows;
import app.upline.submission.DisclosedRecord;
import app.upline.submission.ItemFilter;
import app.upline.submission.SubmissionItem;
import app.upline.submission.SubmissionKind;
import app.upline.submission.SubmissionReading;
import app.upline.submission.Timeliness;
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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes one submission out, batch by batch: of each row what has changed, field by field, and then
 * the record itself.
 */
@Singleton
public final class SubmissionExport {

  private static final String NONE = "(blank)";

  private static final Columns RELATIONSHIPS =
      new Columns(
          columns(
              List.of(text("change", "Change", 12), text("changed", "What has changed", 60)),
              RelationshipSheet.COLUMNS.all()));

  private static final Columns INCIDENTS =
      new Columns(
          columns(
              List.of(
                  text("change", "Change", 12),
                  text("changed", "What has changed", 60),
                  text("reference", "Reference", 24),
                  text("period", "Reporting period", 16),
                  SheetColumn.written("dueDate", "Due date", SheetColumn.Kind.DATE, 12),
                  text("late", "Late?", 8),
                  text("daysToReport", "Days to report", 14),
                  text("amended", "Amended?", 10)),
              IncidentColumns.all()));

  private final SubmissionReading reading;
  private final UpstreamReferences upstream;

  SubmissionExport(SubmissionReading reading, UpstreamReferences upstream) {
    this.reading = reading;
    this.upstream = upstream;
  }

  /** One that is there and the caller's to read. */
  public final class File {
    private final CurrentUser user;
    private final UUID submissionId;
    private final ItemFilter filter;
    private final String reference;
    private final SubmissionKind kind;

    private File(
        CurrentUser user,
        UUID submissionId,
        ItemFilter filter,
        String reference,
        SubmissionKind kind) {
      this.user = user;
      this.submissionId = submissionId;
      this.filter = filter;
      this.reference = reference;
      this.kind = kind;
    }

    /** As the file is called, without its ending. */
    public String name() {
      return reference;
    }

    /** What looks like personal data in free text is replaced by its kind: a file travels. */
    public void write(TableFormat format, OutputStream out) throws IOException {
      new SheetRows<>(new Batches<>(this::page), this::rows)
          .write(format, reference, columns(), out);
    }

    private Columns columns() {
      return switch (kind) {
        case RELATIONSHIPS -> RELATIONSHIPS;
        case INCIDENTS -> INCIDENTS;
      };
    }

    private Page<SubmissionItem> page(PageRequest request) {
      return reading.items(user, submissionId, filter, request).orElseThrow();
    }

    private List<List<@Nullable Object>> rows(List<SubmissionItem> batch) {
      Map<UUID, String> references =
          upstream.of(
              user,
              batch.stream()
                  .map(item -> upstreamId(item.disclosed()))
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()));
      return batch.stream().map(item -> row(item, references)).toList();
    }
  }

  /** Empty when there is no such submission, or no such revision of it. */
  public Optional<File> find(CurrentUser user, UUID submissionId, ItemFilter filter) {
    return reading
        .find(user, submissionId)
        .filter(view -> reading.items(user, submissionId, filter, PageRequest.first(1)).isPresent())
        .map(
            view ->
                new File(
                    user,
                    submissionId,
                    filter,
                    view.submission().reference(),
                    view.submission().kind()));
  }

  private static @Nullable UUID upstreamId(DisclosedRecord disclosed) {
    return switch (disclosed) {
      case DisclosedRecord.OfRelationship one -> one.relationship().details().upstreamId();
      case DisclosedRecord.OfIncident one -> null;
    };
  }

  private static List<@Nullable Object> row(SubmissionItem item, Map<UUID, String> references) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(word(item));
    values.add(
        item.differences().stream()
            .map(SubmissionExport::sentence)
            .collect(Collectors.joining("\n")));
    switch (item.disclosed()) {
      case DisclosedRecord.OfRelationship one -> {
        UUID above = one.relationship().details().upstreamId();
        values.addAll(
            RelationshipSheet.row(
                one.relationship(), above == null ? null : references.get(above)));
      }
      case DisclosedRecord.OfIncident one -> {
        values.add(one.reference());
        values.add(one.incident().details().period().toString());
        values.addAll(inTime(item.timeliness()));
        values.addAll(IncidentColumns.values(one.incident().details(), FreeTextScan::redact));
      }
    }
    return values;
  }

  private static List<@Nullable Object> inTime(@Nullable Timeliness timeliness) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(timeliness == null ? null : timeliness.dueDate());
    values.add(timeliness == null ? null : yesNo(Boolean.TRUE.equals(timeliness.late())));
    values.add(timeliness == null ? null : Integer.toString(timeliness.daysToReport()));
    values.add(timeliness == null ? null : yesNo(timeliness.amended()));
    return values;
  }

  private static String word(SubmissionItem item) {
    return switch (item.changeType()) {
      case ADDED -> "Added";
      case CHANGED -> "Changed";
      case ENDED -> "Ended";
      case UNCHANGED -> "Unchanged";
      case VOIDED -> "Voided";
    };
  }

  private static String sentence(Difference difference) {
    return FreeTextScan.redact(
        "%s: %s \u2192 %s"
            .formatted(
                difference.label(),
                Objects.requireNonNullElse(difference.before(), NONE),
                Objects.requireNonNullElse(difference.after(), NONE)));
  }

  private static String yesNo(boolean value) {
    return value ? "Yes" : "No";
  }

  private static List<SheetColumn> columns(List<SheetColumn> first, List<SheetColumn> then) {
    List<SheetColumn> columns = new ArrayList<>(first);
    columns.addAll(then);
    return columns;
  }

  private static SheetColumn text(String key, String header, int width) {
    return SheetColumn.written(key, header, SheetColumn.Kind.TEXT, width);
  }
}
