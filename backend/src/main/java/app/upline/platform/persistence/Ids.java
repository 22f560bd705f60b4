package app.upline.platform.persistence;

import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Where new identifiers come from: UUID version 7, so that ids sort by creation. */
@Singleton
public final class Ids {
  private final TimeOrderedEpochFactory factory;

  Ids(Clock clock) {
    factory = TimeOrderedEpochFactory.builder().withIncrementPlus1().withClock(clock).build();
  }

  /** A new id, greater than every one before it in this process. */
  public UUID next() {
    return factory.create();
  }
}
