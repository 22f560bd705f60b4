package app.upline.identity;

import jakarta.inject.Singleton;

/** Links into the page, which asks readers to sign in. */
@Singleton
public final class PageLinks {

  private final LinkSettings settings;

  PageLinks(LinkSettings settings) {
    this.settings = settings;
  }

  /**
   * The address of a page.
   *
   * @param path from its slash on
   */
  public String to(String path) {
    return settings.baseUrl() + path;
  }
}
