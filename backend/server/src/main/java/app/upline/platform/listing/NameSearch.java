package app.upline.platform.listing;

import app.upline.platform.persistence.Sql;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by what people type of a name, in lists that are short by their nature: an
 * organization's people, a carrier's agencies. It looks at what the list's key yields; a list that
 * grows has a {@link FacetIndex}.
 */
public final class NameSearch {

  private NameSearch() {}

  /**
   * Wants every word to be the beginning of a word of the name, or of the code.
   *
   * @param query null for anything
   * @param name an expression for the name
   * @param code an expression for what stands beside it, in lower case; null for nothing
   */
  public static Sql filter(
      Sql filters, @Nullable String query, String name, @Nullable String code) {
    if (query != null) {
      for (String word : query.strip().split("\\s+")) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (code == null) {
          filters.add("and locate(?, concat(' ', " + name + ")) > 0", " " + lower);
        } else {
          filters.add(
              // A column of codes may be unable to hold what is looked for, which MySQL takes ill.
              "and (locate(?, concat(' ', %s)) > 0 or locate(?, convert(%s using utf8mb4)) = 1)"
                  .formatted(name, code),
              " " + lower,
              lower);
        }
      }
    }
    return filters;
  }
}
