package app.upline.workbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a table's heading row is, and which of its columns are read as what.
 *
 * @param sheet the sheet's name; {@code CSV} for a CSV file
 * @param row counted from 1, as the spreadsheet shows it
 * @param headings every non-blank cell of the row, left to right
 * @param columns the columns that were looked for; none when the row was only read
 * @param fixed keys of columns that the sheet lacks and that the caller has a value for
 */
public record Headings(
    String sheet, int row, List<Heading> headings, Columns columns, Set<String> fixed) {

  public Headings {
    headings = List.copyOf(headings);
    fixed = Set.copyOf(fixed);
  }

  Headings(String sheet, int row, List<Heading> headings, Columns columns) {
    this(sheet, row, headings, columns, Set.of());
  }

  /** Whether a column of the sheet is read as this key, or the caller has a value for it. */
  public boolean has(String key) {
    return fixed.contains(key) || headings.stream().anyMatch(heading -> key.equals(heading.key()));
  }

  /** The heading that a text or a letter means; none where several say the same. */
  public Optional<Heading> find(String textOrLetter) {
    try {
      return Optional.of(named(textOrLetter));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The same, with values for keys that no column is read as.
   *
   * @throws IllegalArgumentException for a key there is not, or that a column is read as
   */
  public Headings fixing(Set<String> keys) {
    for (String key : keys) {
      if (!columns.has(key)) {
        throw new IllegalArgumentException("There is no column \"%s\".".formatted(key));
      }
      of(key)
          .ifPresent(
              heading -> {
                throw new IllegalArgumentException(
                    "Column %s \"%s\" is read as \"%s\", which has a fixed value too. Map the column to null, or take the value out."
                        .formatted(heading.letter(), heading.text(), key));
              });
    }
    return new Headings(sheet, row, headings, columns, keys);
  }

  /**
   * The same row, read as the caller says.
   *
   * @param overrides column key by heading text or column letter; null for a column not to be read.
   *     Headings that are not named get the proposal that is left for them.
   * @throws IllegalArgumentException for a heading or a key there is not, or a key given twice
   */
  public Headings with(Map<String, @Nullable String> overrides) {
    Map<Integer, @Nullable String> chosen = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Map.Entry<String, @Nullable String> override : overrides.entrySet()) {
      Heading heading = named(override.getKey());
      String key = override.getValue();
      if (key != null && columns.size() > 0 && !columns.has(key)) {
        throw new IllegalArgumentException(
            "There is no column \"%s\" to read a heading as.".formatted(key));
      }
      if (key != null && !taken.add(key)) {
        throw new IllegalArgumentException(
            "Two headings cannot both be read as \"%s\".".formatted(key));
      }
      if (chosen.containsKey(heading.index())) {
        throw new IllegalArgumentException(
            "The heading in column %s is named twice.".formatted(heading.letter()));
      }
      chosen.put(heading.index(), key);
    }
    List<Heading> open =
        headings.stream().filter(heading -> !chosen.containsKey(heading.index())).toList();
    List<Heading> result =
        new ArrayList<>(
            columns.size() == 0 ? open : new HeadingMatcher(columns).propose(open, taken));
    for (Heading heading : headings) {
      if (chosen.containsKey(heading.index())) {
        String key = chosen.get(heading.index());
        result.add(heading.as(key, key == null ? Confidence.NONE : Confidence.EXACT));
      }
    }
    result.sort(Comparator.comparingInt(Heading::index));
    return new Headings(sheet, row, result, columns);
  }

  /** The heading that is read as this. */
  public Optional<Heading> of(String key) {
    return headings.stream().filter(heading -> key.equals(heading.key())).findFirst();
  }

  /** Headings that name a column equally well, so that none is read as it; by the column's key. */
  public Map<String, List<Heading>> ties() {
    Map<String, List<Heading>> ties = new LinkedHashMap<>();
    for (Heading heading : headings) {
      if (heading.claim() != null && !has(heading.claim())) {
        ties.computeIfAbsent(heading.claim(), key -> new ArrayList<>()).add(heading);
      }
    }
    return ties;
  }

  /** Headings that are read as nothing, but say what a column's name says and more. */
  public List<Heading> resembling(String key) {
    return new HeadingMatcher(columns)
        .resembling(key, headings.stream().filter(heading -> heading.key() == null).toList());
  }

  // Texts come before letters: a heading "ST" is more likely meant than the 514th column.
  private Heading named(String textOrLetter) {
    String wanted = textOrLetter.strip();
    List<Heading> byText =
        headings.stream()
            .filter(heading -> heading.text().strip().equalsIgnoreCase(wanted))
            .toList();
    if (byText.size() > 1) {
      throw new IllegalArgumentException(
          "Several columns are headed \"%s\"; name the one you mean by its letter."
              .formatted(wanted));
    }
    if (byText.size() == 1) {
      return byText.getFirst();
    }
    return headings.stream()
        .filter(heading -> heading.letter().equalsIgnoreCase(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The sheet has no column headed or lettered \"%s\".".formatted(wanted)));
  }
}
