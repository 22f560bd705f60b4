package app.upline.testing;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the messages that land in the folder for mail. */
@Singleton
public class Mailbox {
  private static final Path FOLDER = TestFolder.of("mail");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9_-]+)");

  /**
   * The token of the newest link that was mailed to this address, once there are so many with one.
   */
  public String tokenFor(String address, int messages) {
    Matcher token =
        TOKEN.matcher(newest(address, messages, message -> TOKEN.matcher(message).find()));
    token.find();
    return token.group(1);
  }

  /** The newest message of this subject to this address, once there are so many of it. */
  public String newestAbout(String subject, String address, int messages) {
    return newest(address, messages, message -> message.contains("Subject: " + subject));
  }

  /** The newest message to this address, once there are so many. */
  public String newestFor(String address, int messages) {
    return newest(address, messages, message -> true);
  }

  private String newest(String address, int messages, Predicate<String> kind) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      List<String> found = to(address).stream().filter(kind).toList();
      if (found.size() >= messages) {
        return found.getLast();
      }
      pause();
    }
    throw new AssertionError("No mail came in time");
  }

  /** All messages to this address, the oldest first. */
  public List<String> to(String address) {
    if (!Files.exists(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(Mailbox::read)
          .filter(message -> message.contains("To: " + address))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replace("=\r\n", "").replace("=3D", "=");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
