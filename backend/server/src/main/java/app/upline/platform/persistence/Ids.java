package app.upline.platform.persistence;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Where new identifiers come from: UUID version 7, so that ids sort by creation. */
@Singleton
public final class Ids {
  /** Below every id that is given: where a walk along ids begins. */
  public static final UUID BEFORE_ALL = new UUID(0, 0);

  private final TimeOrderedEpochFactory factory;

  Ids(Clock clock) {
    factory = TimeOrderedEpochFactory.builder().withIncrementPlus1().withClock(clock).build();
  }

  /** An id in the text of a statement that can have no parameter for it. */
  public static String literal(UUID id) {
    return "0x" + id.toString().replace("-", "");
  }

  /** A new id, greater than every one before it in this process. */
  public UUID next() {
    return factory.create();
  }
}
