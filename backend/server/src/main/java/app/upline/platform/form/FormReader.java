package app.upline.platform.form;

import app.upline.platform.contract.Schema;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.platform.upload.HeldUpload;
import app.upline.platform.upload.MemoryFile;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.RequestContext;
import org.jspecify.annotations.Nullable;

/** Reads a form of parts, and holds what the contract takes of it. */
@Singleton
final class FormReader {
  private static final int MOST_PARTS = 50;
  private static final int LONGEST_HEADERS = 4 * 1024;
  private static final int LONGEST_TEXT = 1024 * 1024;
  private static final int CHUNK = 16 * 1024;

  private final FormMemory memory;

  FormReader(FormMemory memory) {
    this.memory = memory;
  }

  /**
   * The form in a body.
   *
   * @param contentType with the boundary of the parts
   * @param owner whose share of the memory it takes
   * @throws ProblemException when the contract does not allow it, or it cannot be told apart
   */
  Form read(String contentType, InputStream body, @Nullable Schema schema, String owner)
      throws IOException {
    Form form = new Form(memory, owner);
    try {
      FormRules rules = new FormRules(schema);
      FileItemIterator parts = reader().getItemIterator(new Body(contentType, body));
      for (int count = 0; parts.hasNext(); count++) {
        if (count == MOST_PARTS) {
          throw ProblemException.of(
              ProblemType.MALFORMED_REQUEST, "A form has at most " + MOST_PARTS + " parts.");
        }
        hold(parts.next(), form, rules);
      }
      rules.settle(form);
      return form;
    } catch (FileUploadException | IOException e) {
      form.close();
      throw failure(e);
    } catch (Throwable e) {
      form.close();
      throw e;
    }
  }

  /**
   * What the library tells by itself is the form's fault; what it passes on is of the connection,
   * or of a body that is too long.
   */
  private static IOException failure(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ContentLengthExceededException tooLong) {
        throw tooLong;
      }
      if (cause instanceof EOFException cutShort) {
        return cutShort;
      }
    }
    boolean ofTheLibrary =
        failure.getCause() == null
            && failure.getClass().getName().startsWith(FileUpload.class.getPackageName());
    if (ofTheLibrary) {
      throw indistinct();
    }
    return new IOException(failure);
  }

  private void hold(FileItemStream part, Form form, FormRules rules) throws IOException {
    String name = part.getFieldName() == null ? "" : part.getFieldName();
    String filename = filename(part);
    boolean named = filename != null && !filename.isBlank();
    try (InputStream content = part.openStream()) {
      if (!rules.takes(form, name, named)) {
        content.transferTo(OutputStream.nullOutputStream());
      } else if (rules.isFile(name, named)) {
        form.put(file(part, name, filename, content, form));
      } else {
        String text = text(name, content, form, rules);
        form.put(name, text);
        rules.look(name, text);
      }
    }
  }

  private static HeldUpload file(
      FileItemStream part, String name, String filename, InputStream content, Form form)
      throws IOException {
    MemoryFile file = form.newFile();
    long size = 0;
    byte[] chunk = new byte[CHUNK];
    try (OutputStream out = Files.newOutputStream(file.path())) {
      for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
        form.count(count);
        out.write(chunk, 0, count);
        size += count;
      }
    }
    return new HeldUpload(name, filename, part.getContentType(), file.path(), size);
  }

  private static String text(String name, InputStream content, Form form, FormRules rules)
      throws IOException {
    byte[] bytes = content.readNBytes(LONGEST_TEXT + 1);
    if (bytes.length > LONGEST_TEXT) {
      throw ProblemException.of(ProblemType.BODY_TOO_LARGE, "A part of the form is too long.");
    }
    form.count(bytes.length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      rules.fault(name, "INVALID_TEXT", "Write text, in UTF-8.");
      return "";
    }
  }

  private static @Nullable String filename(FileItemStream part) {
    try {
      return part.getName();
    } catch (InvalidFileNameException e) {
      throw indistinct();
    }
  }

  private static FileUpload reader() {
    FileUpload reader = new FileUpload();
    reader.setHeaderEncoding(StandardCharsets.UTF_8.name());
    reader.setPartHeaderSizeMax(LONGEST_HEADERS);
    return reader;
  }

  private static ProblemException indistinct() {
    return ProblemException.of(
        ProblemType.MALFORMED_REQUEST,
        "The parts of the form cannot be told apart; look at their headers, such as the file's"
            + " name, and at the end.");
  }

  private record Body(String contentType, InputStream stream) implements RequestContext {
    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public String getContentType() {
      return contentType;
    }

    @Override
    public int getContentLength() {
      return -1;
    }

    @Override
    public InputStream getInputStream() {
      return stream;
    }
  }
}
