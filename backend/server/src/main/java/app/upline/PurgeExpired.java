package app.upline;

import app.upline.platform.start.Command;
import app.upline.platform.start.StartFailure;
import app.upline.retention.Purge;
import java.util.List;
import java.util.Map;

/**
 * Tells what is older than the retention; with the argument {@code yes} removes it. Works by the
 * account that owns the tables: the service's own cannot.
 */
public final class PurgeExpired {
  private static final Map<String, Object> AS_OWNER = Map.of("upline.migration.as-owner", true);

  private PurgeExpired() {}

  public static void main(String[] args) {
    Command.run(
        AS_OWNER,
        context -> {
          List<String> words = List.of(args);
          if (!words.isEmpty() && !words.equals(List.of("yes"))) {
            throw new StartFailure(
                "Say `yes` to remove anything (APPLY=yes for `make`), or nothing.");
          }
          context.getBean(Purge.class).run(!words.isEmpty(), System.out::println);
        });
  }
}
