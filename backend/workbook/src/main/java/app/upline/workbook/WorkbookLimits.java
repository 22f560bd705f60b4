package app.upline.workbook;

/**
 * How much of a user's file we are willing to read.
 *
 * @param maxBytes of the file as uploaded
 * @param maxRows rows with something in them below the heading row
 * @param maxColumns a cell further to the right that holds something is refused
 * @param maxCellLength characters in one cell
 * @param maxInflatedBytes of all parts of the file together, once decompressed
 * @param maxInflationRatio decompressed to compressed size
 * @param maxEntries parts in the file
 * @param maxSheets sheets, hidden ones included
 */
public record WorkbookLimits(
    long maxBytes,
    int maxRows,
    int maxColumns,
    int maxCellLength,
    long maxInflatedBytes,
    int maxInflationRatio,
    int maxEntries,
    int maxSheets) {

  private static final long MIB = 1024L * 1024;

  public WorkbookLimits {
    if (maxBytes < 1
        || maxRows < 1
        || maxColumns < 1
        || maxCellLength < 1
        || maxInflatedBytes < 1
        || maxInflationRatio < 1
        || maxEntries < 1
        || maxSheets < 1) {
      throw new IllegalArgumentException("A limit of zero would refuse every file.");
    }
  }

  /**
   * 10 MiB and 50,000 rows. A full sheet of that size inflates to some 100 MiB at 10 to 30 times
   * its size, so 300 MiB and 200 times leave room for verbose writers and none for a bomb. 32,767
   * characters is the format's own limit.
   */
  public static WorkbookLimits defaults() {
    return new WorkbookLimits(10 * MIB, 50_000, 256, 32_767, 300 * MIB, 200, 2_000, 100);
  }
}
