package app.upline.local;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanInitializedEventListener;
import io.micronaut.context.event.BeanInitializingEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Starts the local database when the {@code default} datasource is configured, which is before its
 * pool and the migrations, and points the datasource at it. The datasource insists on an address as
 * soon as it is initialized, hence not a listener for created beans.
 */
@Singleton
@Requires(property = LocalDatabaseSettings.PREFIX + ".enabled", value = "true")
final class LocalDatasource implements BeanInitializedEventListener<DatasourceConfiguration> {
  /**
   * Servers that live as long as the JVM: every test class has its own application context, and a
   * server for each would cost seconds. Their watchdogs end them with the JVM.
   */
  private static final Map<Path, LocalDatabase> SHARED = new ConcurrentHashMap<>();

  private final LocalDatabaseSettings settings;
  private final boolean asOwner;
  private @Nullable LocalDatabase own;
  private @Nullable LocalDatabase used;

  /**
   * @param asOwner whether the application works by the account that migrates, as the command that
   *     purges does
   */
  LocalDatasource(
      LocalDatabaseSettings settings,
      @Value("${upline.migration.as-owner:false}") boolean asOwner) {
    this.settings = settings;
    this.asOwner = asOwner;
  }

  @Override
  public DatasourceConfiguration onInitialized(
      BeanInitializingEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration datasource = event.getBean();
    if (datasource.getName().equals("default")) {
      LocalDatabase database = settings.freshSchema() ? shared() : owned();
      used = database;
      datasource.setUrl(database.url());
      datasource.setUsername(asOwner ? database.owner().username() : database.username());
      datasource.setPassword(asOwner ? database.owner().password() : database.password());
    }
    return datasource;
  }

  /** The database that the datasource points at, once it does. */
  @Nullable LocalDatabase used() {
    return used;
  }

  private LocalDatabase shared() {
    return SHARED.computeIfAbsent(settings.folder(), folder -> LocalDatabase.start(settings));
  }

  private LocalDatabase owned() {
    own = LocalDatabase.start(settings);
    return own;
  }

  /** Stops the server with the context that it was started for. */
  @PreDestroy
  void stop() {
    if (own != null) {
      own.close();
    }
  }
}
