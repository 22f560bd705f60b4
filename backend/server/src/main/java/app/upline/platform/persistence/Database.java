package app.upline.platform.persistence;

import io.micronaut.context.BeanProvider;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Statements that Micronaut Data's derived queries cannot say: dynamic filters, batches and
 * set-based writes, on the connection of the transaction at hand. Their rows are read as the
 * entities of repositories where they are nothing else.
 */
@Singleton
public final class Database {

  /** How many rows go to the server in one batch. */
  private static final int BATCH = 1_000;

  private final JdbcOperations jdbc;
  private final ConnectionOperations<Connection> connections;
  private final TransactionOperations<Connection> transactions;

  /** Asked for late: who guards writes writes too. */
  private final BeanProvider<WriteGuard> guard;

  Database(
      JdbcOperations jdbc,
      ConnectionOperations<Connection> connections,
      TransactionOperations<Connection> transactions,
      BeanProvider<WriteGuard> guard) {
    this.jdbc = jdbc;
    this.connections = connections;
    this.transactions = transactions;
    this.guard = guard;
  }

  /** Makes an object of a row. */
  @FunctionalInterface
  public interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /**
   * Runs in a transaction that only reads, or in the one at hand. It is run again when its
   * connection broke: the work does nothing but read.
   */
  public <T> T reading(Supplier<T> work) {
    return oneRead(() -> transactions.executeRead(status -> work.get()));
  }

  /**
   * Runs what reads by one statement, by itself or in the transaction at hand. One statement sees
   * one moment, and to begin and end a transaction for it costs three more.
   */
  public <T> T readingOnce(Supplier<T> statement) {
    return oneRead(() -> connections.executeRead(status -> statement.get()));
  }

  /**
   * Runs in a transaction, or in the one at hand. A transaction that lost against another is taken
   * back and run again: the work changes nothing but the database.
   */
  public <T> T writing(Supplier<T> work) {
    return writingUnless(result -> false, work);
  }

  /** Runs in a transaction whose changes are dropped when the result says so. */
  public <T> T writingUnless(Predicate<T> dropped, Supplier<T> work) {
    Supplier<T> transaction =
        () ->
            transactions.executeWrite(
                status -> {
                  T result = work.get();
                  if (dropped.test(result)) {
                    status.setRollbackOnly();
                  }
                  return result;
                });
    return isPart() ? transaction.get() : LostTransactions.again(transaction);
  }

  /**
   * Runs in a transaction, or in the one at hand, and takes back what it changed. The one at hand
   * goes on: one that is marked to be rolled back fails where it is committed with an answer to
   * remember.
   */
  public <T> T takingBack(Supplier<T> work) {
    if (!isPart()) {
      return writingUnless(result -> true, work);
    }
    return jdbc.execute(
        connection -> {
          Runnable takenBack = guard.get().beforeTakingBack();
          Savepoint before = connection.setSavepoint();
          T result = work.get();
          connection.rollback(before);
          takenBack.run();
          return result;
        });
  }

  /** What reads, by itself or as a part of the transaction at hand. */
  <T> T oneRead(Supplier<T> read) {
    return isPart() ? read.get() : LostTransactions.readAgain(read);
  }

  /** A statement that changes something, by itself or as a part of the transaction at hand. */
  <T> T oneChange(Supplier<T> change) {
    return isPart() ? change.get() : LostTransactions.changeAgain(change);
  }

  /** A part of a transaction cannot be done again: what came before it is lost too. */
  private boolean isPart() {
    return transactions.findTransactionStatus().isPresent();
  }

  public <T> List<T> query(Sql sql, Mapper<T> mapper) {
    return jdbc.prepareStatement(
        sql.text(),
        statement -> {
          bind(statement, sql.parameters());
          List<T> rows = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              rows.add(mapper.map(result));
            }
          }
          return rows;
        });
  }

  public <T> Optional<T> first(Sql sql, Mapper<T> mapper) {
    return query(sql, mapper).stream().findFirst();
  }

  /** The same for a mapped entity, whose components are columns of the statement. */
  public <T> List<T> query(Sql sql, Class<T> entity) {
    return query(sql, row -> entity(row, entity));
  }

  /** The mapped entity in a row that has more columns than it has components. */
  public <T> T entity(ResultSet row, Class<T> entity) {
    return jdbc.readEntity(row, entity);
  }

  public <T> Optional<T> first(Sql sql, Class<T> entity) {
    return query(sql, entity).stream().findFirst();
  }

  /** Answers how many rows were changed. */
  public int update(Sql sql) {
    return jdbc.prepareStatement(
        sql.text(),
        statement -> {
          bind(statement, sql.parameters());
          return statement.executeUpdate();
        });
  }

  /** Runs one statement for each row of parameters, many rows to a round trip. */
  public void batch(String sql, List<? extends List<? extends @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    jdbc.prepareStatement(
        sql,
        statement -> {
          for (int i = 0; i < rows.size(); i++) {
            bind(statement, rows.get(i));
            statement.addBatch();
            if ((i + 1) % BATCH == 0 || i + 1 == rows.size()) {
              statement.executeBatch();
            }
          }
          return rows.size();
        });
  }

  private static void bind(PreparedStatement statement, List<? extends @Nullable Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, driverValue(values.get(i)));
    }
  }

  /** What the driver is given for a value: ids are kept as their bytes. */
  public static @Nullable Object driverValue(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case UUID id -> UuidBytes.of(id);
      case Enum<?> code -> code.name();
      case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      case LocalDate date -> date;
      default -> value;
    };
  }

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return UuidBytes.toUuid(row.getBytes(column));
  }

  public static @Nullable UUID uuidOrNull(ResultSet row, String column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? null : UuidBytes.toUuid(bytes);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  public static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  public static @Nullable Boolean booleanOrNull(ResultSet row, String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : value;
  }
}
