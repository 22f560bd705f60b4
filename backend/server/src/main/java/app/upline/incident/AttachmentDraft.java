package app.upline.incident;

import app.upline.platform.fields.FieldKind;
import app.upline.platform.fields.Kinds;
import app.upline.platform.fields.Reading;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that a caller wants to attach. Its maker has looked into the file, so that no transaction
 * has to stay open for that.
 *
 * @param file where it lies meanwhile
 * @param type found from its content, null when that is none that is taken
 * @param note what it shows, in a few words, as it was written
 */
public record AttachmentDraft(
    AttachmentKind kind,
    Path file,
    boolean isEmpty,
    @Nullable FileType type,
    Reading<String> note) {

  private static final FieldKind<String> NOTE =
      Kinds.text(1, 200, AttachmentDraft::withoutPersonalData);

  /** What a decoder puts where bytes are no text. */
  private static final String NO_TEXT = "\uFFFD";

  /** Looks at the content of the file, never at a name. */
  public static AttachmentDraft of(AttachmentKind kind, @Nullable String note, Path file) {
    try {
      return new AttachmentDraft(
          kind,
          file,
          Files.size(file) == 0,
          FileType.of(file).orElse(null),
          note == null ? Reading.absent() : NOTE.fromText(note));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with it. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (isEmpty) {
      faults.add(new Fault("/file", "EMPTY_FILE", "The file is empty."));
    } else if (type == null) {
      faults.add(
          new Fault(
              "/file",
              "FILE_TYPE_REFUSED",
              "By its content this is none of "
                  + FileType.labels()
                  + ". Save a document as PDF and attach that."));
    }
    if (note instanceof Reading.Bad<String> bad) {
      faults.add(new Fault("/note", bad.code(), bad.message()));
    }
    return faults;
  }

  /** The attachment that a draft without faults became. */
  Attachment kept(KeptFile kept) {
    return new Attachment(
        kept.id(),
        kind,
        note instanceof Reading.Value<String>(String words) ? words : null,
        Objects.requireNonNull(type).mediaType(),
        kept.bytes(),
        kept.sha256());
  }

  /** A note is short enough to be written again, so there is no overriding here. */
  private static Reading<String> withoutPersonalData(String note) {
    if (note.contains(NO_TEXT)) {
      return Reading.bad("INVALID_TEXT", "Write it in UTF-8.");
    }
    return FreeTextScan.kinds(note).isEmpty()
        ? Reading.value(note)
        : Reading.bad(
            "PERSONAL_DATA_REFUSED",
            "This text seems to hold personal data; say what the file shows without it.");
  }
}
