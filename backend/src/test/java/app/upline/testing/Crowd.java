package app.upline.testing;

import app.upline.agency.OrganisationRegistry;
import app.upline.agency.ReportingPolicy;
import app.upline.identity.Grant;
import app.upline.identity.NewUser;
import app.upline.identity.OrganisationKind;
import app.upline.identity.PeopleRegistry;
import app.upline.identity.Role;
import app.upline.identity.SessionService;
import app.upline.identity.SignInResult;
import app.upline.platform.http.ClientSource;
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

/** People for tests, each of an organisation of their own unless told otherwise. */
@Singleton
public class Crowd {
  private static final String AGENCY =
      "insert into agency (id, name, npn, level, created_at) values (?, ?, ?, 'FMO',"
          + " utc_timestamp(6))";
  private final TransactionOperations<Connection> transactions;
  private final PeopleRegistry registry;
  private final SessionService sessions;
  private final Ids ids;
  private final OrganisationRegistry organisations;

  Crowd(
      TransactionOperations<Connection> transactions,
      PeopleRegistry registry,
      SessionService sessions,
      Ids ids,
      OrganisationRegistry organisations) {
    this.transactions = transactions;
    this.registry = registry;
    this.sessions = sessions;
    this.ids = ids;
    this.organisations = organisations;
  }

  /** Somebody with this role in a new organisation. */
  public Someone someone(Role role) {
    return someone(role, role.side() == OrganisationKind.AGENCY ? agency() : carrier());
  }

  /** Somebody with this role in an organisation that is there already. */
  public Someone someone(Role role, UUID organisationId) {
    String email = ids.next() + "@people.example";
    String password = "correct horse " + email;
    UUID id =
        registry.createUser(
            new NewUser(email, "Sam Sample", password, role.side(), organisationId, Set.of(role)));
    if (sessions.signIn(email, password, ClientSource.INSIDE)
        instanceof SignInResult.SignedIn(Grant grant)) {
      return new Someone(
          id,
          email,
          password,
          role.side(),
          organisationId,
          role,
          grant.accessToken(),
          grant.refreshToken());
    }
    throw new IllegalStateException("The new user cannot sign in");
  }

  public UUID agency() {
    UUID id = ids.next();
    String npn = Long.toString(Math.floorMod(id.getLeastSignificantBits(), 9_999_999_999L));
    run(AGENCY, id.toString(), "Agency " + id, npn);
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
    return organisations.addCarrier("Carrier " + ids.next(), ZoneId.of("America/New_York"), policy);
  }

  /** Runs one statement, for what the application offers no way to do. */
  public int run(String sql, Object... values) {
    return transactions.executeWrite(
        status -> {
          try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
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
              statement.setObject(i + 1, values[i]);
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
    return transactions.executeRead(
        status -> {
          try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                found.add(result.getString(1));
              }
            }
            return found;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
