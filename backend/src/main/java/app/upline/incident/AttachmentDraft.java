package app.upline.incident;

import app.upline.platform.files.FileType;
import app.upline.platform.files.KeptFile;
import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.validation.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody wants to attach.
 *
 * @param note what it shows, in a few words; null when nothing was said
 * @param file where it lies meanwhile
 */
public record AttachmentDraft(AttachmentKind kind, @Nullable String note, Path file) {

  private static final int LONGEST_NOTE = 200;

  public AttachmentDraft {
    note = note == null || note.isBlank() ? null : note.strip().replaceAll("\\s+", " ");
  }

  /** What is wrong with it: its content and its note, never its name. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    try {
      if (Files.size(file) == 0) {
        faults.add(new Fault("/file", "EMPTY_FILE", "The file is empty."));
      } else if (FileType.of(file).isEmpty()) {
        faults.add(
            new Fault(
                "/file",
                "FILE_TYPE_REFUSED",
                "By its content this is none of "
                    + FileType.labels()
                    + ". Save a document as PDF and attach that."));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    noteFault().ifPresent(faults::add);
    return faults;
  }

  /** A note is short enough to be written anew, so there is no overriding here. */
  private Optional<Fault> noteFault() {
    if (note == null) {
      return Optional.empty();
    }
    if (note.length() > LONGEST_NOTE) {
      return Optional.of(
          new Fault(
              "/note", "OUT_OF_RANGE", "Write at most %d characters.".formatted(LONGEST_NOTE)));
    }
    return FreeTextScan.kinds(note).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                "/note",
                "PERSONAL_DATA_REFUSED",
                "This text seems to hold personal data; say what the file shows without it."));
  }

  /** The attachment that a draft without faults became. */
  public Attachment kept(KeptFile kept) {
    try {
      String mediaType = FileType.of(file).map(FileType::mediaType).orElseThrow();
      return new Attachment(kept.id(), kind, note, mediaType, kept.bytes(), kept.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
