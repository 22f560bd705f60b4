package app.upline.platform.migration;

import java.util.Set;

/** Tables in which the application's account can only add and read. */
public final class AppendOnlyTables {
  public static final Set<String> NAMES =
      Set.of("audit_event", "audit_object", "audit_head", "flyway_schema_history");

  private AppendOnlyTables() {}
}
