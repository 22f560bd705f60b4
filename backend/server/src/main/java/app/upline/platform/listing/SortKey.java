package app.upline.platform.listing;

/** What a list can be asked to stand in the order of. */
public interface SortKey {

  /** Which end comes first unless the caller says so. */
  Direction usually();
}
