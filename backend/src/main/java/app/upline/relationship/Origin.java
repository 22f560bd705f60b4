package app.upline.relationship;

/** How a revision was recorded. */
public enum Origin {
  API,
  WORKBOOK
}
