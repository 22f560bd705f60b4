package app.upline.platform.outcome;

import java.util.List;

/** Which of the steps that are possible instead of a refused one may be offered to the caller. */
public interface OfferedSteps {

  /** In the same order; whoever calls may take them. */
  List<? extends Enum<?>> toCaller(List<? extends Enum<?>> possible);
}
