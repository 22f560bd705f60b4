package app.upline.audit.delivery;

import app.upline.audit.AuditCheckpoint;
import app.upline.audit.CheckpointReceiver;
import app.upline.audit.CheckpointSettings;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Gives each to a program on its standard input, with its number in {@code
 * UPLINE_CHECKPOINT_NUMBER}: for object stores with a lock, and whatever else has a client of its
 * own. It has it when the program ends with 0.
 */
@Singleton
@Requires(property = "upline.audit.checkpoints.command")
final class CheckpointCommand implements CheckpointReceiver {
  private static final int PATIENCE_SECONDS = 60;

  private final List<String> command;

  CheckpointCommand(CheckpointSettings settings) {
    command = List.copyOf(Objects.requireNonNull(settings.command()));
  }

  @Override
  public String name() {
    return "command";
  }

  @Override
  public void receive(List<AuditCheckpoint> some) throws IOException {
    for (AuditCheckpoint checkpoint : some) {
      run(checkpoint);
    }
  }

  private void run(AuditCheckpoint checkpoint) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    // It gets none of the service's secrets.
    builder.environment().keySet().removeIf(name -> !name.equals("PATH") && !name.equals("HOME"));
    builder.environment().put("UPLINE_CHECKPOINT_NUMBER", String.valueOf(checkpoint.number()));
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write((checkpoint.jws() + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("The program does not end");
      }
      if (process.exitValue() != 0) {
        throw new IOException("The program ended with %d".formatted(process.exitValue()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
