package app.upline.platform.keys;

import java.sql.Connection;
import java.sql.SQLException;

/** One version of one key, as the database can know it again. */
public interface GuardedKey {

  /** What the rows that were written with a key say of it. */
  enum Proof {
    /** It is the key. */
    FITS,
    /** There are rows of this version, and it fits none of them. */
    FITS_NOTHING,
    /** There are none. */
    NOTHING_THERE
  }

  /** The number of the version, or the id of a key that has none. */
  String version();

  /** 64 hexadecimal digits that only this key makes, and that tell nothing of it. */
  String checkValue();

  /** Tries it on what is there, for a database that has never recorded it. */
  Proof proof(Connection connection) throws SQLException;
}
