package app.upline.figures;

import app.upline.platform.validation.Fault;
import java.util.List;

/** What came of asking for figures. */
public sealed interface Answer<T> {

  record Given<T>(T figures) implements Answer<T> {}

  /** The carrier is none of the caller's. */
  record NoSuchCarrier<T>() implements Answer<T> {}

  record Refused<T>(List<Fault> faults) implements Answer<T> {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
