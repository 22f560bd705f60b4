package app.upline.identity.workbook;

import app.upline.identity.CurrentUser;
import app.upline.identity.User;
import app.upline.identity.UserFilter;
import app.upline.identity.people.UserAdministration;
import app.upline.platform.code.CodeWords;
import app.upline.platform.download.TableFormat;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Batches;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetColumn.Kind;
import app.upline.workbook.TableWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the people of an organization out, batch by batch, each with the roles in force. */
@Singleton
public final class PeopleExport {

  private static final Columns COLUMNS =
      new Columns(
          List.of(
              SheetColumn.written("name", "Name", Kind.TEXT, 28),
              SheetColumn.written("email", "E-mail", Kind.TEXT, 34),
              SheetColumn.written("roles", "Roles", Kind.TEXT, 50),
              SheetColumn.written("status", "Status", Kind.TEXT, 12),
              SheetColumn.written("secondFactor", "Second factor?", Kind.TEXT, 14),
              SheetColumn.written("created", "Account since (UTC)", Kind.DATE, 18),
              SheetColumn.written("lastSignIn", "Last signed in (UTC)", Kind.DATE, 18)));

  private final UserAdministration users;

  PeopleExport(UserAdministration users) {
    this.users = users;
  }

  public void write(
      CurrentUser caller,
      UserFilter filter,
      Direction direction,
      TableFormat format,
      OutputStream out)
      throws IOException {
    Iterator<List<User>> batches =
        new Batches<>(request -> users.list(caller, filter, direction, request));
    try (TableWriter table =
        switch (format) {
          case XLSX -> TableWriter.xlsx(out, "People", COLUMNS);
          case CSV -> TableWriter.csv(out, COLUMNS);
        }) {
      while (batches.hasNext()) {
        for (User user : batches.next()) {
          table.row(row(user));
        }
      }
    }
  }

  private static List<@Nullable Object> row(User user) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(user.name());
    values.add(user.email());
    values.add(user.roles().stream().sorted().map(CodeWords::of).collect(Collectors.joining(", ")));
    values.add(user.active() ? "Active" : "Disabled");
    values.add(user.secondFactor());
    values.add(day(user.createdAt()));
    values.add(day(user.lastSignInAt()));
    return values;
  }

  /** An organization's people are under no carrier's clock. */
  private static @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
