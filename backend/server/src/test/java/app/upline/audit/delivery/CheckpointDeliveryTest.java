package app.upline.audit.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.audit.AuditCheckpoint;
import app.upline.audit.CheckpointReceiver;
import app.upline.audit.CheckpointSettings;
import app.upline.platform.start.StartFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints arrive elsewhere, or it is told that they did not. */
class CheckpointDeliveryTest {
  private static final List<AuditCheckpoint> TWO = List.of(checkpoint(1), checkpoint(2));

  @TempDir Path folder;

  @Test
  void aFileGetsALineForEach() throws IOException {
    Path file = folder.resolve("checkpoints");
    CheckpointReceiver receiver = new CheckpointFile(settings(file, null, null));
    receiver.receive(TWO);
    receiver.receive(List.of(checkpoint(3)));
    assertThat(file).content().isEqualTo("jws-1\njws-2\njws-3\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aFolderThatIsGoneIsTold() {
    CheckpointReceiver receiver =
        new CheckpointFile(settings(folder.resolve("gone/file"), null, null));
    assertThatThrownBy(() -> receiver.receive(TWO)).isInstanceOf(IOException.class);
  }

  @Test
  void aProgramGetsEachOnItsStandardInputAndNoSecretOfOurs() throws IOException {
    CheckpointReceiver receiver =
        command("cat > \"$0/$UPLINE_CHECKPOINT_NUMBER\"; env > \"$0/environment\"");
    receiver.receive(TWO);
    assertThat(folder.resolve("1")).content().isEqualTo("jws-1\n");
    assertThat(folder.resolve("2")).content().isEqualTo("jws-2\n");
    assertThat(Files.readAllLines(folder.resolve("environment")))
        .filteredOn(line -> !line.matches("(PATH|HOME|PWD|SHLVL|OLDPWD|_)=.*"))
        .containsExactly("UPLINE_CHECKPOINT_NUMBER=2");
  }

  @Test
  void aProgramThatFailsHasNotGotIt() {
    assertThatThrownBy(() -> command("cat > /dev/null; exit 3").receive(TWO))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("3");
  }

  @Test
  void syslogGetsEachWithItsLength() throws Exception {
    try (ServerSocket server = new ServerSocket(0)) {
      CompletableFuture<String> got =
          CompletableFuture.supplyAsync(
              () -> {
                try (Socket socket = server.accept()) {
                  return new String(socket.getInputStream().readAllBytes(), US_ASCII);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      new CheckpointSyslog(settings(null, "tcp://127.0.0.1:" + server.getLocalPort(), null))
          .receive(TWO);
      String text = got.join();
      int length = Integer.parseInt(text.substring(0, text.indexOf(' ')));
      String first = text.substring(text.indexOf(' ') + 1).substring(0, length);
      assertThat(first)
          .startsWith("<109>1 2026-04-01T10:00:00Z ")
          .endsWith(" upline - audit-checkpoint - jws-1");
      assertThat(text).endsWith(" jws-2");
    }
  }

  @Test
  void anAddressThatIsNoneRefusesTheStart() {
    assertThatThrownBy(() -> new CheckpointSyslog(settings(null, "udp://127.0.0.1:514", null)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("UPLINE_AUDIT_CHECKPOINTS_SYSLOG");
  }

  private CheckpointReceiver command(String script) {
    return new CheckpointCommand(
        settings(null, null, List.of("/bin/sh", "-c", script, folder.toString())));
  }

  private static CheckpointSettings settings(
      @Nullable Path file, @Nullable String syslog, @Nullable List<String> command) {
    return new CheckpointSettings(
        Duration.ofMinutes(5), 1_000, file, null, Duration.ofHours(1), syslog, command);
  }

  private static AuditCheckpoint checkpoint(int number) {
    return new AuditCheckpoint(
        number, Instant.parse("2026-04-01T10:00:00Z"), "", 1, 1, true, List.of(), "jws-" + number);
  }
}
