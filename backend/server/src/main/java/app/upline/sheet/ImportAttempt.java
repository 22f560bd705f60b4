package app.upline.sheet;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One upload and its outcome.
 *
 * @param mapping which column held which field
 * @param skipped rows not written because of faults
 * @param uploadedBy the name of who uploaded it
 * @param correctedRows how many rows were corrected since
 * @param correctableUntil null when nothing is left to correct, or the file is not kept any more
 * @param progress how far it is; null when nothing is being done about it
 */
public record ImportAttempt(
    UUID id,
    Mode mode,
    Status status,
    String fileName,
    Mapping mapping,
    List<Notice> notices,
    Counts counts,
    int errorCount,
    Instant uploadedAt,
    String uploadedBy,
    int version,
    int correctedRows,
    @Nullable Instant correctableUntil,
    @Nullable Progress progress) {

  /** Which state it is in, for clients that ask whether it has become another one. */
  public String tag() {
    return progress == null
        ? String.valueOf(version)
        : "%d-%s-%d-%b"
            .formatted(version, progress.phase(), progress.rowsRead(), progress.cancelAsked());
  }

  /** The same, whose rows were corrected and are looked at again. */
  ImportAttempt begun(int corrected) {
    return new ImportAttempt(
        id,
        mode,
        status,
        fileName,
        mapping,
        notices,
        counts,
        errorCount,
        uploadedAt,
        uploadedBy,
        version + 1,
        corrected,
        correctableUntil,
        progress);
  }

  /** Whether it was to be written. */
  public enum Mode {
    DRY_RUN,
    COMMIT;

    static Mode of(BulkOptions options) {
      return options.write() ? COMMIT : DRY_RUN;
    }
  }

  /**
   * How far an upload is that is taken in, or corrections that are looked at, in the background.
   */
  public record Progress(Phase phase, int rowsRead, boolean cancelAsked) {}

  /** What is being done. */
  public enum Phase {
    WAITING,
    READING,
    CHECKING
  }

  /** How it ended, if it has. */
  public enum Status {
    PROCESSING,
    CHECKED,
    CHECKED_WITH_ERRORS,
    APPLIED,
    APPLIED_IN_PART,
    REJECTED,
    CANCELED,
    FAILED
  }

  /** Rows read, and what became of them, or would have. */
  public record Counts(int rows, int created, int changed, int unchanged, int skipped) {}

  /** Something the reader noticed that is not a fault. */
  @Serdeable
  public record Notice(@Nullable String cell, String code, String message) {

    /** Something was taken for granted because the sheet has no column for it. */
    public static Notice defaultUsed(String message) {
      return new Notice(null, "DEFAULT_USED", message);
    }
  }

  /**
   * The sheet and its header row, and what each column holds.
   *
   * @param remembered the mapping that was used although the sender did not say it
   */
  @Serdeable
  public record Mapping(
      String sheet,
      int headerRow,
      List<MappedColumn> columns,
      List<SheetMapping.FixedValue> fixedValues,
      List<AppliedTranslation> translations,
      @Nullable UsedMapping remembered) {

    @SuppressWarnings("ConstantValue") // what is empty is not written
    public Mapping {
      columns = columns == null ? List.of() : List.copyOf(columns);
      fixedValues = fixedValues == null ? List.of() : List.copyOf(fixedValues);
      translations = translations == null ? List.of() : List.copyOf(translations);
    }

    /** The same, where another mapping was used before. */
    Mapping used(@Nullable UsedMapping before) {
      return remembered == null && before != null
          ? new Mapping(sheet, headerRow, columns, fixedValues, translations, before)
          : this;
    }
  }

  /** A translation, and in how many cells it was found. */
  @Serdeable
  public record AppliedTranslation(String field, String from, String to, int cells) {}

  /** A remembered mapping, by the name that it had. */
  @Serdeable
  public record UsedMapping(UUID id, String name) {}

  /** A column by its letter; {@code field} is null when it is ignored. */
  @Serdeable
  public record MappedColumn(
      String column, String header, @Nullable String field, MappingConfidence confidence) {}
}
