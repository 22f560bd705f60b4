package app.upline.retention;

/** Why something stays although it is old enough. */
enum KeptBecause {
  HELD("under a legal hold"),
  UNFINISHED("not finished or ended"),
  IN_FORCE("what somebody holds still, or held until lately"),
  NEEDED("referred to by what stays"),
  UNPROVEN("not as they were written, which is evidence");

  private final String words;

  KeptBecause(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
