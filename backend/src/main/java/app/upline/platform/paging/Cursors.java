package app.upline.platform.paging;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The opaque cursor of the API: the sort key of the last item, and a mark of the filters it belongs
 * to, so that it is refused with others. It holds nothing that the caller has not seen and grants
 * nothing: the tenant's scope never comes from it.
 */
public final class Cursors {

  private static final String SEPARATOR = "\u001f";
  private final String mark;

  private Cursors(String mark) {
    this.mark = mark;
  }

  /** Cursors of a list under these filters. */
  public static Cursors of(@Nullable Object... filters) {
    return new Cursors(
        Integer.toHexString(Arrays.stream(filters).map(Objects::toString).toList().hashCode()));
  }

  /**
   * The page that the parameters ask for.
   *
   * @throws ProblemException 400 when they are out of range, or the cursor is of another list
   */
  public PageRequest request(
      @Nullable String cursor, @Nullable Integer limit, @Nullable Boolean counted) {
    int wanted = limit == null ? PageRequest.DEFAULT_LIMIT : limit;
    if (wanted < 1 || wanted > PageRequest.MAX_LIMIT) {
      throw refused(
          "?limit", "OUT_OF_RANGE", "A page holds 1 to " + PageRequest.MAX_LIMIT + " items.");
    }
    List<String> after = cursor == null ? List.of() : decode(cursor);
    return new PageRequest(after, wanted, Boolean.TRUE.equals(counted));
  }

  public @Nullable String next(Page<?> page) {
    return page.next() == null ? null : encode(page.next());
  }

  private String encode(List<String> key) {
    List<String> parts = new ArrayList<>(key);
    parts.addFirst(mark);
    byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private List<String> decode(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> parts = List.of(text.split(SEPARATOR, -1));
      if (parts.size() > 1 && parts.getFirst().equals(mark)) {
        return parts.subList(1, parts.size());
      }
    } catch (IllegalArgumentException e) {
      // not one of ours; said below
    }
    throw refused(
        "?cursor",
        "INVALID_CURSOR",
        "This cursor belongs to another list or other filters; begin again without one.");
  }

  private static ProblemException refused(String pointer, String code, String message) {
    return ProblemException.malformed(List.of(new Fault(pointer, code, message)));
  }
}
