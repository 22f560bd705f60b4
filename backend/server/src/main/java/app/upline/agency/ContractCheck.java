package app.upline.agency;

import java.util.List;

/** What a carrier's directory says about a contract number. */
public sealed interface ContractCheck {

  /** It is there. */
  record Known(Contract contract) implements ContractCheck {}

  /**
   * It is not there: a warning and no more, since CMS's directory is a month old when it arrives.
   *
   * @param nearest the contracts with the most similar numbers, nearest first; perhaps none
   */
  record Unknown(List<Contract> nearest) implements ContractCheck {}

  /** The carrier has loaded no directory, so nothing can be said. */
  record NotLoaded() implements ContractCheck {}
}
