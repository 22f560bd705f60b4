package app.upline.platform.http;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people type to find something, as a parameter holds it. */
public final class Searches {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;

  private Searches() {}

  /**
   * The same text, long enough to search for.
   *
   * @param name of the parameter
   * @throws ProblemException 400 for another
   */
  public static @Nullable String checked(String name, @Nullable String text) {
    if (text != null && (text.strip().length() < SHORTEST || text.length() > LONGEST)) {
      throw ProblemException.malformed(
          List.of(new Fault("?" + name, "OUT_OF_RANGE", "Search for 2 to 100 characters.")));
    }
    return text;
  }
}
