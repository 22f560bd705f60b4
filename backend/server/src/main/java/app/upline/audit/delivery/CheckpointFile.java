package app.upline.audit.delivery;

import app.upline.audit.AuditCheckpoint;
import app.upline.audit.CheckpointReceiver;
import app.upline.audit.CheckpointSettings;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Appends each as a line to a file, best on a disk that only adds, and is on the disk with it. */
@Singleton
@Requires(property = "upline.audit.checkpoints.file")
final class CheckpointFile implements CheckpointReceiver {
  private final Path file;

  CheckpointFile(CheckpointSettings settings) {
    file = Objects.requireNonNull(settings.file());
  }

  @Override
  public String name() {
    return "file";
  }

  @Override
  public void receive(List<AuditCheckpoint> some) throws IOException {
    StringBuilder lines = new StringBuilder();
    some.forEach(checkpoint -> lines.append(checkpoint.jws()).append('\n'));
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")))) {
      ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
