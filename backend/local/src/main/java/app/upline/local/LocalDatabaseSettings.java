package app.upline.local;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;

/**
 * How the local database server is run; only looked at when {@code upline.local-database.enabled}.
 *
 * @param folder everything the server owns: its program, its data, its password and its log
 * @param port the port on 127.0.0.1, or 0 for any free one
 * @param freshSchema whether each JVM run begins with an empty schema (tests) instead of finding
 *     the data of the last run again
 * @param durable whether every commit waits for the disk; tests do without
 */
@ConfigurationProperties(LocalDatabaseSettings.PREFIX)
public record LocalDatabaseSettings(
    @Bindable(defaultValue = ".data") Path folder,
    @Bindable(defaultValue = "0") int port,
    @Bindable(defaultValue = "false") boolean freshSchema,
    @Bindable(defaultValue = "true") boolean durable) {
  static final String PREFIX = "upline.local-database";
}
