package app.upline.record;

import app.upline.platform.text.Canonical;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reference that we issued, as a person may have typed it: in any case, with the dashes that
 * programs make of hyphens, with invisible marks. What has another form was never issued, and the
 * database is not asked for it.
 */
public final class RecordReference {

  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
  private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[0-9]{4}-[0-9A-Z]{4}-[0-9]{6,10}");

  private RecordReference() {}

  /** As we wrote it; empty when we never wrote one so. */
  public static Optional<String> of(String typed) {
    String reference = DASHES.matcher(Canonical.of(typed)).replaceAll("-").toUpperCase(Locale.ROOT);
    return FORM.matcher(reference).matches() ? Optional.of(reference) : Optional.empty();
  }

  /** To compare by, where what was typed may be no reference at all. */
  public static String key(String typed) {
    return of(typed).orElse(typed);
  }
}
