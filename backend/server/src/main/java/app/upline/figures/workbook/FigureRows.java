package app.upline.figures.workbook;

import app.upline.figures.Comparison;
import app.upline.figures.Figure;
import app.upline.figures.IncidentFigures;
import app.upline.incident.Severity;
import app.upline.incident.ViolationCategory;
import app.upline.oversight.OpenActions;
import app.upline.platform.code.Coded;
import app.upline.relationship.LeadChannel;
import app.upline.relationship.UsState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures as rows of a table: what was counted, of what, and the figure. */
final class FigureRows {

  private static final String NONE = "None";
  private static final Map<String, String> CATEGORIES = labels(ViolationCategory.values());
  private static final Map<String, String> SEVERITIES = labels(Severity.values());
  private static final Map<String, String> STATES = labels(UsState.values());
  private static final Map<String, String> LEAD_CHANNELS = labels(LeadChannel.values());
  private static final Map<String, String> TIMELINESS =
      Map.of("ON_TIME", "On time", "LATE", "Late");

  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  List<List<@Nullable Object>> all() {
    return List.copyOf(rows);
  }

  void incidents(IncidentFigures figures) {
    add("Incidents", "All", figures.total());
    list("Incidents by month", figures.byMonth(), Map.of());
    list("Incidents by category", figures.byCategory(), CATEGORIES);
    list("Incidents by severity", figures.bySeverity(), SEVERITIES);
    list("Incidents by state", figures.byState(), STATES);
    list("Incidents by lead channel", figures.byLeadChannel(), LEAD_CHANNELS);
    list("Incidents by subcontractor", figures.bySubcontractor(), Map.of());
    add("Disclosed incidents", "All", figures.timeliness().reported());
    add("Disclosed incidents", "On time", figures.timeliness().onTime());
    add("Disclosed incidents", "Share on time", figures.timeliness().rate());
    add("Median days", "From discovery to disclosure", figures.medianDaysToReport());
    add("Median days", "From disclosure to decision", figures.medianDaysToDecision());
  }

  void actions(OpenActions actions) {
    add("Corrective actions", "Open plans", actions.plans());
    add("Corrective actions", "Open items", actions.items());
    add("Corrective actions", "Overdue items", actions.overdueItems());
  }

  /** A suppressed figure is left out, so that readers do not take it for zero. */
  void comparison(Comparison comparison) {
    String others = "Other agencies, " + comparison.quarter();
    add(others, "All", comparison.total());
    cells(others + ", by month", comparison.byMonth(), Map.of());
    cells(others + ", by category", comparison.byCategory(), CATEGORIES);
    cells(others + ", by severity", comparison.bySeverity(), SEVERITIES);
    cells(others + ", by state", comparison.byState(), STATES);
    cells(others + ", by timeliness", comparison.byTimeliness(), TIMELINESS);
  }

  void list(String what, List<Figure> figures, Map<String, String> labels) {
    figures.forEach(figure -> add(what, words(figure, labels), figure.count()));
  }

  private void cells(String what, List<Comparison.Cell> cells, Map<String, String> labels) {
    cells.forEach(cell -> add(what, labels.getOrDefault(cell.code(), cell.code()), cell.count()));
  }

  private static String words(Figure figure, Map<String, String> labels) {
    if (figure.name() != null) {
      return figure.name();
    }
    return figure.code() == null ? NONE : labels.getOrDefault(figure.code(), figure.code());
  }

  private void add(String what, String of, @Nullable Number figure) {
    if (figure != null) {
      // A cell holds decimals as they are written, and no binary ones.
      rows.add(List.of(what, of, new BigDecimal(figure.toString())));
    }
  }

  private static <C extends Enum<C> & Coded> Map<String, String> labels(C[] codes) {
    return Arrays.stream(codes).collect(Collectors.toUnmodifiableMap(Enum::name, Coded::label));
  }
}
