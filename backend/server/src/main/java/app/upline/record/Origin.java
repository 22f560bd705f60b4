package app.upline.record;

/** How a revision was recorded. */
public enum Origin {
  API,
  WORKBOOK
}
