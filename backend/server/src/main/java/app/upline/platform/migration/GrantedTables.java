package app.upline.platform.migration;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What rooms say together of the rights in their tables. A table that none of them names is found
 * by {@code TableRightsTest}.
 */
record GrantedTables(Map<String, TableRight> tables) {

  GrantedTables {
    tables = Map.copyOf(tables);
  }

  static GrantedTables of(Collection<TableRights> rooms) {
    Map<String, TableRight> all = new HashMap<>();
    for (TableRights room : rooms) {
      room.tables()
          .forEach(
              (table, right) -> {
                if (all.put(table, right) != null) {
                  throw new IllegalStateException("Two rooms name the table " + table);
                }
              });
    }
    return new GrantedTables(all);
  }

  /** As a grant says them; empty for none. */
  Optional<String> of(String table) {
    TableRight right = right(table);
    if (!right.changed()) {
      return Optional.empty();
    }
    if (!right.columns().isEmpty()) {
      return Optional.of("update (" + String.join(", ", right.columns()) + ")");
    }
    return Optional.of(right.deleted() ? "update, delete" : "update");
  }

  /** Whether the account may have this right on the whole table. */
  boolean allow(String table, String right) {
    return switch (right) {
      case "DELETE" -> right(table).deleted();
      case "UPDATE" -> right(table).changed() && right(table).columns().isEmpty();
      default -> true;
    };
  }

  private TableRight right(String table) {
    return tables.getOrDefault(table, TableRight.NOTHING);
  }
}
