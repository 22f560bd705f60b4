package app.upline.platform.idempotency;

import io.micronaut.http.MediaType;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An upload that has been read already and can be read again. */
final class ReadUpload implements CompletedFileUpload {
  private final String name;
  private final String filename;
  private final @Nullable MediaType contentType;
  private final byte[] content;

  private ReadUpload(
      String name, String filename, @Nullable MediaType contentType, byte[] content) {
    this.name = name;
    this.filename = filename;
    this.contentType = contentType;
    this.content = content;
  }

  static ReadUpload of(CompletedFileUpload upload) throws IOException {
    try (InputStream stream = upload.getInputStream()) {
      return new ReadUpload(
          upload.getName(),
          upload.getFilename(),
          upload.getContentType().orElse(null),
          stream.readAllBytes());
    }
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(content);
  }

  @Override
  public byte[] getBytes() {
    return content;
  }

  @Override
  public ByteBuffer getByteBuffer() {
    return ByteBuffer.wrap(content);
  }

  @Override
  public Optional<MediaType> getContentType() {
    return Optional.ofNullable(contentType);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getFilename() {
    return filename;
  }

  @Override
  public long getSize() {
    return content.length;
  }

  @Override
  public long getDefinedSize() {
    return content.length;
  }

  @Override
  public boolean isComplete() {
    return true;
  }
}
