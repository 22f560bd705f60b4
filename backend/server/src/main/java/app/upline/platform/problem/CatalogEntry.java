package app.upline.platform.problem;

/**
 * A type of problem, as the contract's problem catalog lists it: one enum for what may befall any
 * request, and one in each room that has types of its own.
 */
public interface CatalogEntry {

  /** The name in the catalog. */
  String slug();

  /** The HTTP status that goes with it, always the same. */
  int status();

  /** The same words for every problem of this type. */
  String title();

  /** The value of the member {@code type}. */
  default String uri() {
    return "urn:upline:problem:" + slug();
  }
}
