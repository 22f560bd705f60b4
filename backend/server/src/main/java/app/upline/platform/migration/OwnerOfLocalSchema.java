package app.upline.platform.migration;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.PasswordAuthentication;
import java.util.Optional;

/** The owner's account of a database that came along with the service, where one did. */
@Singleton
final class OwnerOfLocalSchema implements MigrationAccounts {

  private final BeanProvider<PasswordAuthentication> owner;

  OwnerOfLocalSchema(@Named("schema-owner") BeanProvider<PasswordAuthentication> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<MigrationAccount> account() {
    return owner.isPresent()
        ? Optional.of(owner.get())
            .map(
                account ->
                    new MigrationAccount(account.getUserName(), new String(account.getPassword())))
        : Optional.empty();
  }
}
