package app.upline.platform.problem;

import app.upline.platform.outcome.ConflictKind;

/** The type of a conflict that a feature has a name of its own for: 409. */
record ConflictProblem(ConflictKind kind) implements CatalogEntry {

  @Override
  public String slug() {
    return kind.slug();
  }

  @Override
  public int status() {
    return 409;
  }

  @Override
  public String title() {
    return kind.title();
  }
}
