package app.upline.platform.http;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110, section 8.8.3) and the preconditions made of them. */
public final class ETags {
  private static final String ANY = "*";
  private static final String WEAK = "W/";

  private ETags() {}

  /** The tag of a version number: {@code "3"}, quotes included. */
  public static String of(long version) {
    return of(Long.toString(version));
  }

  /** The tag of an opaque version, such as a hash: quotes are put around it. */
  public static String of(String version) {
    return '"' + version + '"';
  }

  /**
   * Insists that the caller has seen the current version.
   *
   * @param ifMatch the header {@code If-Match}: tags parted by commas, or {@code *}
   * @param current the current tag, quotes included
   * @throws ProblemException 428 without the header, 412 when it names other versions; a weak tag
   *     never matches
   */
  public static void requireMatch(@Nullable String ifMatch, String current) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw ProblemException.of(
          ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag you last saw.");
    }
    if (tags(ifMatch).noneMatch(tag -> tag.equals(ANY) || tag.equals(current))) {
      throw ProblemException.of(
          ProblemType.PRECONDITION_FAILED,
          "The version in If-Match is not the current one: read again, then decide.");
    }
  }

  /** Whether a caller who sends this {@code If-None-Match} has the current version already. */
  static boolean isKnown(String ifNoneMatch, String current) {
    String currentOpaque = opaque(current);
    return tags(ifNoneMatch).anyMatch(tag -> tag.equals(ANY) || opaque(tag).equals(currentOpaque));
  }

  private static Stream<String> tags(String header) {
    return Arrays.stream(header.split(",")).map(String::strip).filter(tag -> !tag.isEmpty());
  }

  private static String opaque(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
