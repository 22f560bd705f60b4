package app.upline.incident.workbook;

import app.upline.agency.Carrier;
import app.upline.agency.Directory;
import app.upline.identity.CurrentUser;
import app.upline.incident.Incident;
import app.upline.incident.IncidentDetails;
import app.upline.incident.IncidentFilter;
import app.upline.incident.IncidentService;
import app.upline.incident.IncidentSort;
import app.upline.incident.IncidentView;
import app.upline.incident.MaskedTexts;
import app.upline.platform.download.TableFormat;
import app.upline.platform.listing.ListOrder;
import app.upline.relationship.RegisterReferences;
import app.upline.sheet.SheetRows;
import app.upline.workbook.TemplateSpec;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes an agency's incidents out, batch by batch: as a table, or filled into the template. What
 * looks like personal data in free text is masked: a file travels.
 */
@Singleton
public final class IncidentExport {

  private static final List<String> STEPS =
      List.of(
          "Enter one row for each new issue: an instance of non-compliance in dealing with a beneficiary, or a violation of a requirement (42 CFR 422.2274(g)(2)). A month with nothing to report needs no row.",
          "Point at a header to see what belongs in its column. Columns with a colored header and a star are required for every incident; some others become required by what you enter, and the upload tells you so.",
          "Choose from the drop-down where there is one. Where several are possible, type them with semicolons between; a name that holds a semicolon itself goes into quotation marks.",
          "Never write a beneficiary's name, Medicare number (MBI), Social Security number, phone or e-mail address into this workbook.",
          "A disciplinary action stands in the same row as its incident. For each further action of that incident add a row: repeat the incident's Reference (or Your reference, when it has none yet), leave its other columns blank, and fill in the action.",
          "Leave the column Reference blank for a new incident, and Action ID for a new action; both are issued when you upload. To follow an incident up, change its row and upload again; never enter it as a second incident.",
          "A row that you delete here takes nothing back: neither an incident nor an action.",
          "Save, then upload the workbook. Do a dry run first: it changes nothing and lists every cell with an error.");

  private final IncidentService incidents;
  private final Directory directory;
  private final RegisterReferences register;

  IncidentExport(IncidentService incidents, Directory directory, RegisterReferences register) {
    this.incidents = incidents;
    this.directory = directory;
    this.register = register;
  }

  public void table(
      CurrentUser user,
      IncidentFilter filter,
      ListOrder<IncidentSort> order,
      TableFormat format,
      OutputStream out)
      throws IOException {
    table(user, filter, order, format, MaskedTexts::of, out);
  }

  /** The same with every text as it was written; the caller has stated a reason. */
  public void unredactedTable(
      CurrentUser user,
      IncidentFilter filter,
      ListOrder<IncidentSort> order,
      TableFormat format,
      OutputStream out)
      throws IOException {
    table(user, filter, order, format, UnaryOperator.identity(), out);
  }

  private void table(
      CurrentUser user,
      IncidentFilter filter,
      ListOrder<IncidentSort> order,
      TableFormat format,
      UnaryOperator<IncidentDetails> texts,
      OutputStream out)
      throws IOException {
    rows(user, filter, order, carriers(user), texts)
        .write(format, IncidentSheet.SHEET_NAME, IncidentSheet.COLUMNS, out);
  }

  /** The template with the agency's carriers to choose from, and its incidents if asked for. */
  public void template(CurrentUser user, boolean filled, OutputStream out) throws IOException {
    Map<UUID, String> carriers = carriers(user);
    SheetRows<IncidentView> rows =
        filled
            ? rows(
                user,
                IncidentFilter.NONE,
                ListOrder.by(IncidentSort.REFERENCE),
                carriers,
                MaskedTexts::of)
            : SheetRows.none();
    rows.fill(
        new TemplateSpec(
            IncidentSheet.SHEET_NAME,
            "Incidents and disciplinary actions",
            STEPS,
            IncidentSheet.columns(carriers.values().stream().distinct().sorted().toList())),
        out);
  }

  private SheetRows<IncidentView> rows(
      CurrentUser user,
      IncidentFilter filter,
      ListOrder<IncidentSort> order,
      Map<UUID, String> carriers,
      UnaryOperator<IncidentDetails> texts) {
    return new SheetRows<>(
        incidents.batches(user, filter.forFile(), order),
        batch -> rows(user, batch, carriers, texts));
  }

  private List<List<@Nullable Object>> rows(
      CurrentUser user,
      List<IncidentView> batch,
      Map<UUID, String> carriers,
      UnaryOperator<IncidentDetails> texts) {
    Map<UUID, String> subcontractors =
        register.of(
            user,
            batch.stream()
                .map(recorded -> recorded.incident().details().subject().relationshipId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (IncidentView recorded : batch) {
      Incident incident = recorded.incident();
      UUID subcontractor = incident.details().subject().relationshipId();
      rows.addAll(
          IncidentSheet.rows(
              incident.reference(),
              carriers.get(incident.details().carrierId()),
              subcontractor == null ? null : subcontractors.get(subcontractor),
              texts.apply(incident.details())));
    }
    return rows;
  }

  private Map<UUID, String> carriers(CurrentUser user) {
    return directory.carriers(user).stream().collect(Collectors.toMap(Carrier::id, Carrier::name));
  }
}
