package app.upline.submission;

/** Where a remark stands; the codes are those of the contract. */
public enum CommentState {
  OPEN("is open"),
  ANSWERED("is answered"),
  RESOLVED("is resolved"),
  WITHDRAWN("was withdrawn");

  private final String is;

  CommentState(String is) {
    this.is = is;
  }

  /** The predicate, for sentences. */
  String is() {
    return is;
  }
}
