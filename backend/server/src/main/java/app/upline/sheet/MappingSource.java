package app.upline.sheet;

import app.upline.workbook.Headings;
import org.jspecify.annotations.Nullable;

/** What is known of a sheet beside what its sender says. */
@FunctionalInterface
interface MappingSource {

  /** Only what the sender says. */
  MappingSource NONE = (headings, said) -> new Found(said, null);

  /**
   * The mapping to read the sheet by.
   *
   * @param headings as they were found, before anything was said of them
   * @param said by the sender
   */
  Found of(Headings headings, SheetMapping said);

  /**
   * What the sender says, with what is remembered.
   *
   * @param remembered the one that was used; null for none
   */
  record Found(SheetMapping mapping, @Nullable RememberedMapping remembered) {}
}
