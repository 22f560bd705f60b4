package app.upline.platform.download;

/** The formats in which a table can be downloaded. */
public enum TableFormat {
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
  CSV("text/csv", ".csv");

  private final String mediaType;
  private final String ending;

  TableFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public String mediaType() {
    return mediaType;
  }

  String ending() {
    return ending;
  }
}
