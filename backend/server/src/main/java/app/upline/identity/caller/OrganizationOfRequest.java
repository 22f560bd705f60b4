package app.upline.identity.caller;

import app.upline.identity.Caller;
import app.upline.platform.share.CallersOrganization;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Tells what is shared out between organizations for which of them a request is. */
@Singleton
final class OrganizationOfRequest implements CallersOrganization {
  private final SecurityService security;

  OrganizationOfRequest(SecurityService security) {
    this.security = security;
  }

  @Override
  public Optional<UUID> current() {
    return security
        .getAuthentication()
        .map(authentication -> authentication.getAttributes().get(Caller.ATTRIBUTE))
        .filter(Caller.class::isInstance)
        .map(caller -> ((Caller) caller).user().organizationId());
  }

  @Override
  public boolean isStranger() {
    return security.getAuthentication().isEmpty() && !CallerLookUpLimits.isUnderWay();
  }
}
