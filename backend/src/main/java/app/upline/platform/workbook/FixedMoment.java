package app.upline.platform.workbook;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes the moment of writing out of a workbook: the library stamps each file with it, and bytes
 * that a hash is to be taken of must not depend on when they were written. What is written is held
 * in memory, packed as it is, until it is complete.
 */
final class FixedMoment extends FilterOutputStream {

  private static final String PROPERTIES = "docProps/core.xml";
  private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*<");

  /** The earliest that the format can say. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final OutputStream target;
  private final ByteArrayOutputStream draft;
  private final Instant moment;

  private FixedMoment(OutputStream target, ByteArrayOutputStream draft, Instant moment) {
    super(draft);
    this.target = target;
    this.draft = draft;
    this.moment = moment;
  }

  /** A stream that, when closed, writes to the target what it was given, as of this moment. */
  static FixedMoment of(OutputStream target, Instant moment) {
    return new FixedMoment(target, new ByteArrayOutputStream(), moment);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    super.close();
    rewrite();
  }

  private void rewrite() throws IOException {
    try (ZipParts zip = ZipParts.of(draft.toByteArray())) {
      ZipOutputStream rewritten = new ZipOutputStream(target, StandardCharsets.UTF_8);
      for (ZipEntry entry : zip.stream().toList()) {
        ZipEntry fixed = new ZipEntry(entry.getName());
        fixed.setTimeLocal(NO_TIME);
        rewritten.putNextEntry(fixed);
        try (InputStream content = zip.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            rewritten.write(properties(content));
          } else {
            content.transferTo(rewritten);
          }
        }
        rewritten.closeEntry();
      }
      rewritten.finish();
    }
  }

  private byte[] properties(InputStream content) throws IOException {
    String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
    return CREATED
        .matcher(text)
        .replaceAll("$1" + moment.truncatedTo(ChronoUnit.SECONDS) + "<")
        .getBytes(StandardCharsets.UTF_8);
  }
}
