package app.upline.platform.upload;

import io.micronaut.http.MediaType;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file, held in memory as long as its request takes. It can be read as often as needed.
 *
 * @param path where it can be read from any place
 */
public record HeldUpload(
    String name, String filename, @Nullable String mediaType, Path path, long size)
    implements CompletedFileUpload {

  @Override
  public InputStream getInputStream() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public byte[] getBytes() throws IOException {
    return Files.readAllBytes(path);
  }

  @Override
  public ByteBuffer getByteBuffer() throws IOException {
    return ByteBuffer.wrap(getBytes());
  }

  @Override
  public Optional<MediaType> getContentType() {
    return Optional.ofNullable(mediaType).map(MediaType::of);
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
    return size;
  }

  @Override
  public long getDefinedSize() {
    return size;
  }

  @Override
  public boolean isComplete() {
    return true;
  }
}
