package db.migration;

import app.upline.identity.EmailAddress;
import app.upline.platform.text.Canonical;
import app.upline.record.OwnReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Brings addresses into their canonical form, and keeps the digests that own references are told
 * apart by. In Java, because SQL has no compatibility forms. It changes rows only, so that what was
 * broken off is rolled back, and begun again.
 */
public final class V34__canonical_addresses_and_own_references extends BaseJavaMigration {
  private static final int BATCH = 1_000;
  private static final int UUID_LENGTH = new UUID(0, 0).toString().length();

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    addresses(connection);
    ownReferences(connection, "relationship");
    ownReferences(connection, "incident");
  }

  private static void addresses(Connection connection) throws SQLException {
    Set<String> taken = new HashSet<>();
    for (Text person :
        texts(connection, "select id, email from app_user where email is not null")) {
      String canonical = canonical(person.text());
      if (!taken.add(canonical)) {
        throw new FlywayException(
            "The account %s has the address of another one; change one of the two first"
                .formatted(person.id()));
      }
      set(connection, "update app_user set email = ? where id = ?", canonical, person);
    }
    for (Text invitation : texts(connection, "select id, email from invitation")) {
      String canonical = canonical(invitation.text());
      set(connection, "update invitation set email = ? where id = ?", canonical, invitation);
    }
  }

  /** What could never be an address stays as near to itself as can be found again. */
  private static String canonical(String address) {
    String seen = Canonical.withoutUnseen(address);
    return EmailAddress.canonical(seen).orElseGet(() -> seen.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Two that only the new rule takes for one stay as they are until one of them is changed: the
   * later is not counted.
   */
  private static void ownReferences(Connection connection, String table) throws SQLException {
    String update = "update %s set own_reference_sha256 = ? where id = ?".formatted(table);
    Set<String> taken = new HashSet<>();
    List<Text> rows =
        texts(
            connection,
            "select id, concat(agency_id, ' ', own_reference) from %s where own_reference is not null order by agency_id, id"
                .formatted(table));
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      int waiting = 0;
      for (Text row : rows) {
        String agency = row.text().substring(0, UUID_LENGTH);
        String digest = OwnReference.digest(row.text().substring(UUID_LENGTH + 1));
        if (taken.add(agency + digest)) {
          statement.setString(1, digest);
          statement.setString(2, row.id());
          statement.addBatch();
          waiting++;
        }
        if (waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      statement.executeBatch();
    }
  }

  private record Text(String id, String text) {}

  private static List<Text> texts(Connection connection, String query) throws SQLException {
    List<Text> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(new Text(rows.getString(1), rows.getString(2)));
      }
    }
    return texts;
  }

  private static void set(Connection connection, String update, String value, Text row)
      throws SQLException {
    if (value.equals(row.text())) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setString(1, value);
      statement.setString(2, row.id());
      statement.executeUpdate();
    }
  }
}
