package app.upline.audit.workbook;

import app.upline.audit.AuditEvent;
import app.upline.audit.AuditList;
import app.upline.audit.AuditQuery;
import app.upline.audit.AuditedObject;
import app.upline.audit.RecordedEvent;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.TableWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the trail out, batch by batch. */
@Singleton
public final class AuditExport {
  private static final Columns COLUMNS =
      new Columns(
          Stream.of(
                  "Number",
                  "Time (UTC)",
                  "Operation",
                  "Outcome",
                  "Status",
                  "By",
                  "Name",
                  "Id",
                  "Roles",
                  "From",
                  "Request",
                  "Parameters",
                  "Reason",
                  "Objects",
                  "Kind",
                  "Object",
                  "Reference",
                  "SHA-256 before",
                  "SHA-256 after",
                  "Key",
                  "Code")
              .map(AuditExport::column)
              .toList());

  private final AuditList list;

  AuditExport(AuditList list) {
    this.list = list;
  }

  public void write(UUID organizationId, AuditQuery query, boolean csv, OutputStream out)
      throws IOException {
    try (TableWriter table =
        csv ? TableWriter.csv(out, COLUMNS) : TableWriter.xlsx(out, "Audit trail", COLUMNS)) {
      Iterator<List<RecordedEvent>> batches = list.batches(organizationId, query);
      while (batches.hasNext()) {
        for (RecordedEvent event : batches.next()) {
          table.row(values(event));
        }
      }
    }
  }

  private static List<@Nullable Object> values(RecordedEvent recorded) {
    AuditEvent event = recorded.event();
    AuditedObject first = recorded.objects().isEmpty() ? null : recorded.objects().getFirst();
    return Arrays.asList(
        String.valueOf(event.seq()),
        event.occurredAt().toString(),
        event.operation(),
        event.outcome().name(),
        text(event.status()),
        event.actorKind().name(),
        event.actorName(),
        text(event.actorId()),
        String.join(",", event.roleCodes()),
        event.source(),
        text(event.requestId()),
        event.parameters(),
        event.note(),
        String.valueOf(event.objectCount()),
        first == null ? null : first.kind(),
        first == null ? null : text(first.id()),
        first == null ? null : first.reference(),
        first == null ? null : first.before(),
        first == null ? null : first.after(),
        String.valueOf(recorded.keyVersion()),
        recorded.mac());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static SheetColumn column(String header) {
    return new SheetColumn(
        header, header, List.of(), "", SheetColumn.Kind.TEXT, false, List.of(), false, 20);
  }
}
