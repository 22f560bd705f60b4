package app.upline.agency.workbook;

import app.upline.agency.Contract;
import app.upline.agency.ContractFile;
import app.upline.agency.ContractImport.RowFault;
import app.upline.platform.digest.Sha256;
import app.upline.platform.text.Words;
import app.upline.workbook.Cell;
import app.upline.workbook.Columns;
import app.upline.workbook.Headings;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetRow;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookRefusedException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads CMS's "MA Contract Directory" row by row: columns by their headers wherever they stand, the
 * contacts' columns passed over unread.
 */
@Singleton
public final class ContractDirectoryReader {

  private static final String NUMBER = "contractNumber";
  private static final String LEGAL_NAME = "legalName";
  private static final String MARKETING_NAME = "marketingName";
  private static final String PARENT = "parentOrganization";
  private static final String ORGANIZATION_TYPE = "organizationType";
  private static final String PLAN_TYPE = "planType";
  private static final String EFFECTIVE_DATE = "effectiveDate";

  private static final Columns COLUMNS =
      new Columns(
          List.of(
              column(NUMBER, "Contract Number", "Contract ID"),
              column(LEGAL_NAME, "Legal Entity Name"),
              column(MARKETING_NAME, "Organization Marketing Name"),
              column(PARENT, "Parent Organization"),
              column(ORGANIZATION_TYPE, "Organization Type"),
              column(PLAN_TYPE, "Plan Type"),
              column(EFFECTIVE_DATE, "Contract Effective Date")));

  /** CMS's own directory also holds {@code X0001} and {@code 90091}. */
  private static final Pattern CONTRACT_NUMBER = Pattern.compile("[A-Z0-9]\\d{4}");

  private static final DateTimeFormatter US_DATE =
      DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final int FAULTS_KEPT = 1_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TYPE = 100;

  private final WorkbookLimits limits;

  ContractDirectoryReader(WorkbookLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads the whole file.
   *
   * @throws WorkbookRefusedException when it is no sheet, or none with CMS's columns
   */
  public ContractFile read(Path file, String fileName) throws WorkbookRefusedException {
    try (Workbook workbook = Workbook.open(file, limits)) {
      Headings headings = workbook.findHeadings(COLUMNS);
      Directory directory = new Directory(headings);
      workbook.forEachRow(headings, directory::add);
      return directory.file(fileName, sha256(file));
    }
  }

  private static SheetColumn column(String key, String header, String... aliases) {
    return new SheetColumn(
        key, header, List.of(aliases), "", SheetColumn.Kind.TEXT, false, List.of(), false, 20);
  }

  private static String sha256(Path file) {
    try {
      return Sha256.hex(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What has been read so far. */
  private static final class Directory {

    private final List<Contract> contracts = new ArrayList<>();
    private final List<RowFault> faults = new ArrayList<>();
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final Headings headings;
    private int rowCount;
    private int faultCount;

    Directory(Headings headings) {
      this.headings = headings;
      for (String required : List.of(NUMBER, LEGAL_NAME)) {
        if (!headings.has(required)) {
          fault(
              headings.row(),
              "A" + headings.row(),
              required,
              "COLUMN_MISSING",
              "The column \"%s\" is missing. Send the file as CMS publishes it."
                  .formatted(header(required)));
        }
      }
    }

    void add(SheetRow row) {
      rowCount++;
      if (!headings.has(NUMBER) || !headings.has(LEGAL_NAME)) {
        return;
      }
      int before = faultCount;
      row.cells()
          .forEach(
              (key, cell) -> {
                if (cell instanceof Cell.Unreadable unreadable) {
                  fault(row, key, unreadable.code(), unreadable.message());
                }
              });
      String number = number(row);
      String legalName = name(row, LEGAL_NAME, LONGEST_NAME);
      if (legalName == null) {
        fault(row, LEGAL_NAME, "REQUIRED", "The contract's legal entity has no name.");
      }
      Contract contract =
          new Contract(
              number,
              legalName == null ? "" : legalName,
              name(row, MARKETING_NAME, LONGEST_NAME),
              name(row, PARENT, LONGEST_NAME),
              name(row, ORGANIZATION_TYPE, LONGEST_TYPE),
              name(row, PLAN_TYPE, LONGEST_TYPE),
              date(row));
      if (faultCount == before) {
        contracts.add(contract);
      }
    }

    ContractFile file(String fileName, String sha256) {
      if (rowCount == 0) {
        fault(
            headings.row(),
            "A" + headings.row(),
            NUMBER,
            "NO_ROWS",
            "The file contains no contract.");
      }
      return new ContractFile(
          fileName, sha256, List.copyOf(contracts), rowCount, List.copyOf(faults), faultCount);
    }

    private String number(SheetRow row) {
      String number = Words.tidy(row.cell(NUMBER).text()).toUpperCase(Locale.ROOT);
      if (number.isEmpty()) {
        fault(row, NUMBER, "REQUIRED", "The contract number is missing.");
      } else if (!CONTRACT_NUMBER.matcher(number).matches()) {
        fault(
            row,
            NUMBER,
            "INVALID_CONTRACT_NUMBER",
            "A contract number is a letter or digit and four digits, such as H0672.");
      } else {
        Integer earlier = rowOf.putIfAbsent(number, row.number());
        if (earlier != null) {
          fault(
              row,
              NUMBER,
              "DUPLICATE",
              "This contract number is also in row %d.".formatted(earlier));
        }
      }
      return number;
    }

    private @Nullable String name(SheetRow row, String key, int longest) {
      String text = Words.tidy(row.cell(key).text());
      if (text.codePointCount(0, text.length()) > longest) {
        fault(row, key, "LENGTH", "More than %d characters.".formatted(longest));
      }
      return text.isEmpty() ? null : text;
    }

    private @Nullable LocalDate date(SheetRow row) {
      Cell cell = row.cell(EFFECTIVE_DATE);
      if (cell instanceof Cell.Day day) {
        return day.value();
      }
      String text = cell.text().strip();
      if (text.isEmpty()) {
        return null;
      }
      try {
        return LocalDate.parse(text, US_DATE);
      } catch (DateTimeParseException e) {
        fault(
            row,
            EFFECTIVE_DATE,
            "INVALID_DATE",
            "A date is written month/day/year, as 01/31/2026.");
        return null;
      }
    }

    private void fault(SheetRow row, String key, String code, String message) {
      fault(row.number(), row.address(key), key, code, message);
    }

    private void fault(int row, String cell, String key, String code, String message) {
      faultCount++;
      if (faults.size() < FAULTS_KEPT) {
        faults.add(new RowFault(row, cell, header(key), code, message));
      }
    }

    private static String header(String key) {
      return COLUMNS.all().stream()
          .filter(column -> column.key().equals(key))
          .findFirst()
          .orElseThrow()
          .header();
    }
  }
}
