package app.upline.platform.paging;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The opaque cursor of the API: the sort key of the last item, sealed together with the list and
 * the filters that it belongs to, so that it is refused with others, and so is what we have not
 * made. It holds nothing that the caller has not seen and grants nothing: the tenant's scope never
 * comes from it.
 */
public final class Cursors {

  private static final String SEPARATOR = "\u001f";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final String list;

  private Cursors(String list) {
    this.list = list;
  }

  /** Cursors of a list under these filters. */
  public static Cursors of(@Nullable Object... filters) {
    return new Cursors(Arrays.stream(filters).map(Objects::toString).toList().toString());
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
    String text = String.join(SEPARATOR, key);
    byte[] seal = CursorSeal.of(sealed(text));
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(seal, seal.length + content.length);
    System.arraycopy(content, 0, bytes, seal.length, content.length);
    return ENCODER.encodeToString(bytes);
  }

  private String sealed(String text) {
    return list.length() + list + text;
  }

  private List<String> decode(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length > CursorSeal.BYTES && ENCODER.encodeToString(bytes).equals(cursor)) {
        byte[] seal = Arrays.copyOf(bytes, CursorSeal.BYTES);
        byte[] content = Arrays.copyOfRange(bytes, CursorSeal.BYTES, bytes.length);
        String text = new String(content, StandardCharsets.UTF_8);
        if (CursorSeal.fits(seal, sealed(text))) {
          return List.of(text.split(SEPARATOR, -1));
        }
      }
    } catch (IllegalArgumentException e) {
      // not one of ours; said below
    }
    throw ofAnother();
  }

  /** 400, for a cursor that is none of ours, or that another sees another list by. */
  public static ProblemException ofAnother() {
    return refused(
        "?cursor",
        "INVALID_CURSOR",
        "This cursor is none of ours, or of another list or other filters; begin again without"
            + " one.");
  }

  private static ProblemException refused(String pointer, String code, String message) {
    return ProblemException.malformed(List.of(new Fault(pointer, code, message)));
  }
}
