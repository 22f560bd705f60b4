package app.upline.testing;

import java.nio.file.Path;

/** Where the tests of one process keep what lies beside the database: tests run in several. */
public final class TestFolder {
  private TestFolder() {}

  /** As in {@code application-test.yml}. */
  public static Path of(String name) {
    return Path.of("target", "test-" + System.getProperty("upline.test.fork", "1")).resolve(name);
  }
}
