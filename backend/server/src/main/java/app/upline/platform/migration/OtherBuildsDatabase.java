package app.upline.platform.migration;

import app.upline.platform.start.StartFailure;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Says in one sentence what to remove, where the tables were made by other migrations than this
 * build's: until the first release these are rewritten, and what they made holds no real data.
 *
 * @param folder of the local database, where there is one
 */
record OtherBuildsDatabase(Optional<String> folder) implements Callback {

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_VALIDATE_ERROR;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    throw new StartFailure(
        "The database was made by another build of Upline, and its tables are not this one's: %s and start again."
            .formatted(
                folder
                    .map(name -> "remove the folder " + name)
                    .orElseGet(() -> "remove the schema " + schema(context) + ", create it anew")));
  }

  @Override
  public String getCallbackName() {
    return "other build";
  }

  /** The address without what is set in it. */
  private static String schema(Context context) {
    try {
      String address = context.getConnection().getMetaData().getURL();
      return "%s (%s)".formatted(context.getConnection().getCatalog(), address.split("\\?")[0]);
    } catch (SQLException e) {
      throw new FlywayException("The address of the database is not known", e);
    }
  }
}
