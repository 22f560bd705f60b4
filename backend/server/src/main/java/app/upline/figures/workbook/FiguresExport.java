package app.upline.figures.workbook;

import app.upline.figures.AgencyFigures;
import app.upline.figures.CarrierFigures;
import app.upline.platform.download.TableFormat;
import app.upline.sheet.SheetRows;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetColumn.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Writes figures out, a row for each. */
public final class FiguresExport {

  private static final Columns COLUMNS =
      new Columns(
          List.of(
              SheetColumn.written("what", "Figure", Kind.TEXT, 44),
              SheetColumn.written("of", "Of", Kind.TEXT, 44),
              SheetColumn.written("figure", "Value", Kind.NUMBER, 12)));

  private FiguresExport() {}

  public static void write(AgencyFigures figures, TableFormat format, OutputStream out)
      throws IOException {
    FigureRows rows = new FigureRows();
    rows.incidents(figures.incidents());
    rows.actions(figures.correctiveActions());
    if (figures.comparison() != null) {
      rows.comparison(figures.comparison());
    }
    write(rows, figures.from(), figures.to(), format, out);
  }

  public static void write(CarrierFigures figures, TableFormat format, OutputStream out)
      throws IOException {
    FigureRows rows = new FigureRows();
    rows.incidents(figures.incidents());
    rows.list("Incidents by agency", figures.byAgency(), Map.of());
    rows.list("Incidents by upline", figures.byUpline(), Map.of());
    rows.actions(figures.correctiveActions());
    write(rows, figures.from(), figures.to(), format, out);
  }

  private static void write(
      FigureRows rows, YearMonth from, YearMonth to, TableFormat format, OutputStream out)
      throws IOException {
    new SheetRows<>(List.of(rows.all()).iterator(), batch -> batch)
        .write(format, "%s to %s".formatted(from, to), COLUMNS, out);
  }
}
