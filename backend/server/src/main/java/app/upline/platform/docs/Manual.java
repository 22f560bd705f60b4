package app.upline.platform.docs;

import app.upline.platform.contract.ProblemCatalog;
import app.upline.platform.served.StaticFile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The manual of the API, in chapters. Written in {@code openapi/manual}. */
@Singleton
final class Manual {
  static final String ADDRESS = "/docs/manual";

  /** Its chapter ends with the table that the contract has. */
  private static final String PROBLEMS = "problems";

  private final TextPages pages;

  Manual(ProblemCatalog problems) {
    pages =
        new TextPages(
            "Manual",
            "manual",
            ADDRESS,
            (name, text) -> name.equals(PROBLEMS) ? text + "\n" + problems.markdown() : text);
  }

  StaticFile contents() {
    return pages.contents();
  }

  Optional<StaticFile> chapter(String name) {
    return pages.page(name);
  }

  List<Searched> searched() {
    return pages.searched();
  }
}
