package app.upline.testing;

import app.upline.agency.OrganizationRegistry;
import app.upline.agency.ReportingPolicy;
import app.upline.identity.NewUser;
import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.identity.SignedInPeople;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** People for tests, each of an organization of their own unless told otherwise. */
@Singleton
public class TestUsers {
  private static final String AGENCY =
      "insert into agency (id, name, npn, level, created_at) values (?, ?, ?, 'FMO',"
          + " utc_timestamp(6))";
  private final TransactionOperations<Connection> transactions;
  private final SignedInPeople people;
  private final Ids ids;
  private final OrganizationRegistry organizations;

  TestUsers(
      TransactionOperations<Connection> transactions,
      SignedInPeople people,
      Ids ids,
      OrganizationRegistry organizations) {
    this.transactions = transactions;
    this.people = people;
    this.ids = ids;
    this.organizations = organizations;
  }

  /** A person with this role in a new organization. */
  public TestUser someone(Role role) {
    return someone(role, role.side() == OrganizationKind.AGENCY ? agency() : carrier());
  }

  /** A person with this role in an organization that is there already. */
  public TestUser someone(Role role, UUID organizationId) {
    String email = ids.next() + "@people.example";
    SignedInPeople.Entered entered =
        people.enter(
            new NewUser(
                email,
                "Sam Sample",
                SignedInPeople.PASSWORD,
                role.side(),
                organizationId,
                Set.of(role)));
    return new TestUser(
        entered.id(),
        email,
        SignedInPeople.PASSWORD,
        role.side(),
        organizationId,
        role,
        entered.grant().accessToken(),
        entered.grant().refreshToken());
  }

  /** An organization that is nothing more yet, for a row that is put in by hand. */
  public UUID organization(OrganizationKind kind) {
    UUID id = ids.next();
    run("insert into organization (id, kind) values (?, ?)", id, kind);
    return id;
  }

  public UUID agency() {
    UUID id = organization(OrganizationKind.AGENCY);
    String npn = Long.toString(Math.floorMod(id.getLeastSignificantBits(), 9_999_999_999L));
    run(AGENCY, id, "Agency " + id, npn);
    return id;
  }

  /** A carrier that says what it wants reported, so that agencies can disclose to it. */
  public UUID carrier() {
    ReportingPolicy policy =
        new ReportingPolicy(
            LocalDate.of(2020, 1, 1),
            "LAST_DAY",
            false,
            ReportingPolicy.Notice.AS_CHANGES_OCCUR,
            null,
            false,
            "v1",
            "I attest.");
    return organizations.addCarrier("Carrier " + ids.next(), ZoneId.of("America/New_York"), policy);
  }

  /** Runs one statement, for what the application offers no way to do. */
  public int run(String sql, Object... values) {
    return transactions.executeWrite(
        status -> {
          try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, Database.driverValue(values[i]));
            }
            return statement.executeUpdate();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** What a counting query answers. */
  public long count(String sql, Object... values) {
    return transactions.executeRead(
        status -> {
          try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, Database.driverValue(values[i]));
            }
            try (ResultSet result = statement.executeQuery()) {
              result.next();
              return result.getLong(1);
            }
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** The first column of what a query answers. */
  public List<String> strings(String sql, Object... values) {
    return firstColumn(sql, row -> row.getString(1), values);
  }

  /** The ids in the first column of what a query answers. */
  public List<UUID> ids(String sql, Object... values) {
    return firstColumn(sql, row -> Database.uuid(row, row.getMetaData().getColumnLabel(1)), values);
  }

  private <T> List<T> firstColumn(String sql, Database.Mapper<T> mapper, Object... values) {
    return transactions.executeRead(
        status -> {
          try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, Database.driverValue(values[i]));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                found.add(mapper.map(result));
              }
            }
            return found;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
