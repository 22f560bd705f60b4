package app.upline.platform.encryption;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a table of sealed data, by which a key can be tried before the application runs;
 * each room that has one offers it.
 *
 * @param rows selects the column {@code sealed}, and what tells the place, of rows under the
 *     version that is its one parameter; by a key, and few
 * @param place where a row is
 */
public record SealedSample(String rows, Place place) {

  /** Tells the place that a row was sealed for. */
  @FunctionalInterface
  public interface Place {
    String of(ResultSet row) throws SQLException;
  }

  /** A sealed value and where it is. */
  record Found(Sealed sealed, String place) {}

  List<Found> find(Connection connection, int version) throws SQLException {
    List<Found> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(rows)) {
      statement.setInt(1, version);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          found.add(new Found(new Sealed(version, result.getBytes("sealed")), place.of(result)));
        }
      }
    }
    return found;
  }
}
