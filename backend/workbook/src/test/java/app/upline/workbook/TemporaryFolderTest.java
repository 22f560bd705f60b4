package app.upline.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.util.TempFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary files of a process are its own, and gone when it is. */
class TemporaryFolderTest {

  @TempDir Path parent;

  private final List<TemporaryFolder> open = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (TemporaryFolder folder : open) {
      folder.close();
    }
  }

  @Test
  void nobodyElseMayLookIntoIt() throws IOException {
    start();
    File file = TempFile.createTempFile("rows", ".xml");
    assertThat(file.toPath().getParent().getParent()).isEqualTo(parent);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folders().getFirst())))
        .isEqualTo("rwx------");
  }

  @Test
  void whatAKilledProcessLeftIsGoneAtTheNextStart() throws IOException {
    Path left = Files.createDirectory(parent.resolve("upline-work-1"));
    Files.createFile(left.resolve("in-use"));
    Files.writeString(left.resolve("rows.xml"), "rows");
    start();
    assertThat(left).doesNotExist();
    assertThat(folders()).hasSize(1);
  }

  @Test
  void whatAnotherProcessIsAtStays() throws IOException {
    Path others = Files.createDirectory(parent.resolve("upline-work-1"));
    try (FileChannel channel =
            FileChannel.open(
                others.resolve("in-use"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      start();
      assertThat(lock.isValid()).isTrue();
      assertThat(others).exists();
    }
  }

  @Test
  void nothingIsLeftOfAProcessThatEnds() throws IOException {
    start();
    TempFile.createTempFile("rows", ".xml");
    close();
    open.clear();
    assertThat(folders()).isEmpty();
  }

  private void start() {
    open.add(new TemporaryFolder(parent));
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.toList();
    }
  }
}
