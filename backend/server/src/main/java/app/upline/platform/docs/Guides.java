package app.upline.platform.docs;

import app.upline.platform.served.StaticFile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The front of the documentation, and a guide for each kind of reader. Written in {@code
 * openapi/guides}.
 */
@Singleton
final class Guides {
  static final String ADDRESS = "/docs/guides";

  private final TextPages pages = new TextPages("Guide", "guides", ADDRESS, (name, text) -> text);

  StaticFile front() {
    return pages.contents();
  }

  Optional<StaticFile> guide(String name) {
    return pages.page(name);
  }

  List<Searched> searched() {
    return pages.searched();
  }
}
