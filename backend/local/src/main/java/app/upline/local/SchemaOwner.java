package app.upline.local;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import java.net.PasswordAuthentication;
import java.util.Objects;

/** Offers the migrations the account that may change the schema. */
@Factory
@Requires(property = LocalDatabaseSettings.PREFIX + ".enabled", value = "true")
final class SchemaOwner {

  @Prototype
  @Named("schema-owner")
  PasswordAuthentication account(LocalDatasource datasource) {
    Account owner =
        Objects.requireNonNull(datasource.used(), "The database is not started").owner();
    return new PasswordAuthentication(owner.username(), owner.password().toCharArray());
  }
}
