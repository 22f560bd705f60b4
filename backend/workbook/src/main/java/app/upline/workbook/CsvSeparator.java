package app.upline.workbook;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which character separates the fields of a CSV file: the one that makes headings of a row, and
 * rows as wide as their headings. How often it occurs says nothing: a list of fifty states has more
 * semicolons than its row has commas.
 */
final class CsvSeparator {

  private static final String CANDIDATES = ",;\t|";
  private static final int RECORDS_LOOKED_AT = 60;

  /**
   * What speaks for a separator.
   *
   * @param named fields of the row of headings that are known names
   * @param agreeing rows as wide as that one
   * @param width of that row
   */
  private record Evidence(char separator, int named, int agreeing, int width) {}

  private final CsvText text;
  private final Set<String> names;
  private final WorkbookLimits limits;

  private CsvSeparator(CsvText text, Set<String> names, WorkbookLimits limits) {
    this.text = text;
    this.names = names;
    this.limits = limits;
  }

  /**
   * @param names of headings, as {@link HeadingText#compact} has them; none when it is not known
   *     what the file is about
   */
  static char of(CsvText text, Set<String> names, WorkbookLimits limits) throws IOException {
    if (text.declared() != null) {
      return text.declared();
    }
    CsvSeparator search = new CsvSeparator(text, names, limits);
    List<Evidence> found = new ArrayList<>();
    for (char candidate : CANDIDATES.toCharArray()) {
      found.add(search.evidence(candidate));
    }
    // The comma comes first, and of equals the first stays.
    Evidence best = found.getFirst();
    Comparator<Evidence> order =
        Comparator.comparingInt(Evidence::named)
            .thenComparingInt(Evidence::agreeing)
            .thenComparingInt(Evidence::width);
    for (Evidence evidence : found) {
      best = order.compare(evidence, best) > 0 ? evidence : best;
    }
    return best.separator();
  }

  private Evidence evidence(char separator) throws IOException {
    List<CsvRecord> records = records(separator);
    int header = -1;
    int named = 0;
    for (int i = 0; i < records.size(); i++) {
      int here = named(records.get(i));
      if (here > named || header < 0 && records.get(i).getFieldCount() > 1) {
        header = i;
        named = here;
      }
    }
    if (header < 0) {
      return new Evidence(separator, 0, 0, 0);
    }
    int width = records.get(header).getFieldCount();
    int agreeing =
        (int) records.stream().skip(header).filter(r -> r.getFieldCount() == width).count();
    return new Evidence(separator, named, agreeing, width);
  }

  private int named(CsvRecord record) {
    Set<String> found = new HashSet<>();
    for (String field : record.getFields()) {
      for (String name : List.of(HeadingText.compact(field), HeadingText.withoutHints(field))) {
        if (names.contains(name)) {
          found.add(name);
          break;
        }
      }
    }
    return found.size();
  }

  /** The first ones; with a wrong separator there may be fewer, or none at all. */
  private List<CsvRecord> records(char separator) throws IOException {
    List<CsvRecord> records = new ArrayList<>();
    try (Reader reader = text.reader();
        CloseableIterator<CsvRecord> all =
            CsvFile.records(new CsvQuotes(reader, separator), separator, limits)) {
      while (records.size() < RECORDS_LOOKED_AT && all.hasNext()) {
        records.add(all.next());
      }
    } catch (RuntimeException e) {
      // Its quotation marks do not fit this separator; what came before them counts.
    }
    return records;
  }
}
