package app.upline.sheet.web;

import app.upline.platform.problem.CatalogEntry;

/** What the problem catalog says of a sheet, and of no workbook at all. */
enum SheetProblem implements CatalogEntry {
  MAPPING_INVALID("mapping-invalid", 422, "The mapping does not fit the sheet");

  private final String slug;
  private final int status;
  private final String title;

  SheetProblem(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
