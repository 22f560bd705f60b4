package app.upline.platform.persistence;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * A connection to a server that takes no changes any more is of no use: behind the same address
 * another may be the primary by now, and the pool makes a new one.
 */
public final class ReadOnlyServer implements SQLExceptionOverride {
  private static final Set<Integer> READ_ONLY = Set.of(1290, 1836);

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return READ_ONLY.contains(failure.getErrorCode())
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
