package app.upline.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.encryption.KeyRotation;
import app.upline.platform.persistence.Database;
import app.upline.testing.TestFolder;
import app.upline.testing.TestUsers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a file comes back as it was, or not at all. */
@Tag("engine")
@MicronautTest(transactional = false)
class KeptFilesTest {

  private static final String NEW =
      "3:" + Base64.getEncoder().encodeToString("another key of 32 bytes, or else".getBytes());

  @TempDir Path folder;
  @Inject TestUsers crowd;
  @Inject Database database;
  @Inject KeptFiles files;

  private UUID agency;
  private byte[] content;
  private KeptFile kept;

  @BeforeEach
  void aFileOfThreePieces() throws IOException {
    agency = crowd.agency();
    content = new byte[2 * KeptFiles.PIECE + 1];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("file"), content);
    kept = database.writing(() -> files.keep(agency, file));
  }

  /** What was damaged here could not be brought under another key. */
  @AfterEach
  void leaveNoPieces() {
    erase(agency);
  }

  @Test
  void itsLastPieceMayBeOfOneByte() throws IOException {
    assertThat(read(files)).isEqualTo(content);
    assertThat(crowd.count("select count(*) from stored_file_chunk where file_id = ?", kept.id()))
        .isEqualTo(3);
  }

  @Test
  void swappedAlteredAndLostPiecesAreNoticed() {
    swap(1, 2);
    assertThatThrownBy(() -> read(files)).isInstanceOf(IllegalStateException.class);
    swap(1, 2);
    crowd.run(
        "update stored_file_chunk set sealed = concat(sealed, 'x') where file_id = ? and number = 2",
        kept.id());
    assertThatThrownBy(() -> read(files)).isInstanceOf(IllegalStateException.class);
    crowd.run("delete from stored_file_chunk where file_id = ? and number = 3", kept.id());
    assertThatThrownBy(() -> read(files)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherTenantOpensNothingAndErasesNothing() throws IOException {
    UUID other = crowd.agency();
    assertThat(files.isThere(other, kept.id())).isFalse();
    erase(other);
    assertThat(read(files)).isEqualTo(content);
  }

  @Test
  void aNewKeyTakesOverAndTheOldOneIsNeededNoMore() throws IOException {
    String old = Files.readString(TestFolder.of("data/personal-data-keys")).strip();
    try (ApplicationContext context = with(NEW + " " + old)) {
      context.getBean(KeyRotation.class).run(sentence -> {});
    }
    try (ApplicationContext context = with(NEW)) {
      assertThat(read(context.getBean(KeptFiles.class))).isEqualTo(content);
    }
    // Other tests go on with the first key alone.
    try (ApplicationContext context = with(old + " " + NEW)) {
      context.getBean(KeyRotation.class).run(sentence -> {});
    }
    assertThat(read(files)).isEqualTo(content);
  }

  private void erase(UUID tenant) {
    database.writing(
        () -> {
          files.erase(tenant, kept.id());
          return null;
        });
  }

  private byte[] read(KeptFiles from) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    from.write(agency, kept.id(), out);
    return out.toByteArray();
  }

  private void swap(int one, int other) {
    move(one, 99);
    move(other, one);
    move(99, other);
  }

  private void move(int from, int to) {
    crowd.run(
        "update stored_file_chunk set number = ? where file_id = ? and number = ?",
        to,
        kept.id(),
        from);
  }

  private static ApplicationContext with(String keys) {
    return ApplicationContext.run(Map.of("upline.personal-data.keys", keys), "test");
  }
}
