package app.upline.record;

import app.upline.platform.text.Canonical;
import app.upline.platform.text.Characters;

/**
 * When two references of an agency's own are the same one: when a person cannot tell them apart
 * (see {@link Canonical}). The database keeps the digest of the form that is compared, under a
 * unique key: it is of one length, compares byte by byte, and so means what Java means.
 */
public final class OwnReference {

  private OwnReference() {}

  /** The form in which they are compared. */
  public static String key(String ownReference) {
    return Canonical.of(Characters.plain(ownReference));
  }

  /** What the database compares. */
  public static String digest(String ownReference) {
    return RecordContent.sha256(key(ownReference));
  }

  /** The key of a text that may be a reference of ours just as well. */
  public static String keyOfAny(String reference) {
    return key(RecordReference.of(reference).orElse(reference));
  }
}
