package app.upline.platform.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tika.Tika;

/**
 * What a kept file may be. A list of what is taken, not of what is not: nothing on it can hold a
 * macro, and each is recognized by its content alone. What a file is called and what its sender
 * says of it counts for nothing.
 */
public enum FileType {
  PDF("PDF", "application/pdf", ".pdf"),
  PNG("PNG", "image/png", ".png"),
  JPEG("JPEG", "image/jpeg", ".jpg"),
  TIFF("TIFF", "image/tiff", ".tif"),
  TEXT("plain text", "text/plain", ".txt"),
  MP3("MP3", "audio/mpeg", ".mp3"),
  M4A("M4A", "audio/mp4", ".m4a"),
  WAV("WAV", "audio/vnd.wave", ".wav");

  /** Looks at the first bytes only, and never at a name. */
  private static final Tika CONTENT = new Tika();

  private final String label;
  private final String mediaType;
  private final String ending;

  FileType(String label, String mediaType, String ending) {
    this.label = label;
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** What the content of the file is; empty when that is none of these. */
  public static Optional<FileType> of(Path file) throws IOException {
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      String found = CONTENT.detect(content);
      return Arrays.stream(values()).filter(type -> type.mediaType.equals(found)).findFirst();
    }
  }

  /** The type of this media type, which was kept once. */
  public static FileType of(String mediaType) {
    return Arrays.stream(values())
        .filter(type -> type.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow();
  }

  /** All of them, for a sentence. */
  public static String labels() {
    return Arrays.stream(values()).map(type -> type.label).collect(Collectors.joining(", "));
  }

  public String label() {
    return label;
  }

  public String mediaType() {
    return mediaType;
  }

  /** With its dot. */
  public String ending() {
    return ending;
  }
}
