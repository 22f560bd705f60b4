package app.upline.platform.code;

import java.util.List;

/** A value of a code list. Implemented by enums whose constant names are the codes. */
public interface Coded {

  /** The code, upper snake case; what the contract and the database hold. */
  String name();

  /** What people read in workbooks and pages. */
  String label();

  /** Other words that people use for it, beside the code and the label. */
  default List<String> aliases() {
    return List.of();
  }
}
