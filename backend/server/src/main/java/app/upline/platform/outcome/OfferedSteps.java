package app.upline.platform.outcome;

import java.util.List;

/** Which of the steps that are possible instead of a refused one may be offered to the caller. */
public interface OfferedSteps {

  /** Those that the caller may take, in the same order. */
  List<? extends Enum<?>> toCaller(List<? extends Enum<?>> possible);
}
