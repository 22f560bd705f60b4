package app.upline.sheet;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sheet says of one record, before it is known which record that is. */
public interface SheetEntry<D> {

  /** Where faults about the reference are pointed at; it is no field of the record. */
  String REFERENCE_POINTER = "/reference";

  /** Where faults about one cell, whatever it holds, are pointed at: followed by its column. */
  String CELL_POINTER = "/cell/";

  /** The number of its row in the sheet, or of the first of its rows. */
  int row();

  /** The numbers of all its rows. */
  default Set<Integer> rows() {
    return Set.of(row());
  }

  /** A fault, in the row in which it is to be fixed. */
  record RowFault(int row, Fault fault) {}

  /** In which of its rows a fault is to be fixed. */
  default RowFault place(Fault fault) {
    return new RowFault(row(), fault);
  }

  /** The reference that it names, if any. */
  @Nullable String reference();

  /** What its cells hold, and what is wrong with them. */
  Draft<D> typed();

  /** How its cells were read where that may not be what was meant. */
  default List<Fault> remarks() {
    return typed().remarks();
  }

  /** The fields that the sheet has columns for; all others stay as they are. */
  Set<Field<D, ?>> given();

  /** Its own number in the agency's books, if any. */
  @Nullable String ownReference();
}
