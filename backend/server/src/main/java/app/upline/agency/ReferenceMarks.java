package app.upline.agency;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The four letters and digits that make an agency's references its own, drawn when it has its
 * first. Without vowels they make no words, and without I, L, O and U they are not misread.
 */
@Singleton
final class ReferenceMarks {
  private static final String ALPHABET = "0123456789BCDFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 4;

  /** With half of all marks given out, one in a million agencies would find none. */
  private static final int MOST_TRIES = 20;

  private final ReferenceMarkRows rows;
  private final SecureRandom random = new SecureRandom();

  ReferenceMarks(ReferenceMarkRows rows) {
    this.rows = rows;
  }

  String of(UUID agencyId) {
    Optional<ReferenceMark> mark = rows.find(agencyId);
    for (int tried = 0; mark.isEmpty() && tried < MOST_TRIES; tried++) {
      rows.insert(agencyId, drawn());
      mark = rows.findNow(agencyId);
    }
    return mark.map(ReferenceMark::mark)
        .orElseThrow(() -> new IllegalStateException("No mark is left for references"));
  }

  private String drawn() {
    return random
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(place -> ALPHABET.substring(place, place + 1))
        .collect(Collectors.joining());
  }
}
