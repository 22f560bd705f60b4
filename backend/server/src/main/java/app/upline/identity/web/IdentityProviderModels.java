package app.upline.identity.web;

import app.upline.api.model.IdentityProviderChangeDto;
import app.upline.api.model.IdentityProviderDto;
import app.upline.api.model.IdentityProviderRoleChangeDto;
import app.upline.api.model.IdentityProviderRoleDto;
import app.upline.identity.singlesignon.IdentityProvider;
import app.upline.identity.singlesignon.IdentityProvider.Connection;
import app.upline.identity.singlesignon.IdentityProvider.MappedRole;
import app.upline.identity.singlesignon.IdentityProviderDraft;
import app.upline.platform.validation.Fault;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Identity providers in the words of the contract, and what is read of them. */
final class IdentityProviderModels {
  private static final int ISSUER = 255;
  private static final int CLIENT = 200;
  private static final int SECRET = 500;
  private static final int CLAIM = 100;
  private static final int VALUE = 200;
  private static final int ROLES = 100;

  private IdentityProviderModels() {}

  static IdentityProviderDto model(
      IdentityProvider provider, UUID organizationId, URI redirectUri) {
    IdentityProviderDto model =
        new IdentityProviderDto()
            .configured(provider.connection() != null)
            .organizationId(organizationId)
            .redirectUri(redirectUri);
    return provider.connection() == null
        ? model
        : model
            .issuer(URI.create(provider.connection().issuer()))
            .client(provider.connection().client())
            .rolesClaim(provider.connection().rolesClaim())
            .roles(roles(provider.connection().roles()));
  }

  private static List<IdentityProviderRoleDto> roles(List<MappedRole> roles) {
    return roles.stream()
        .map(
            mapped ->
                new IdentityProviderRoleDto()
                    .value(mapped.value())
                    .role(IdentityCodes.ROLES.toContract(mapped.role())))
        .toList();
  }

  static IdentityProviderDraft draft(IdentityProviderChangeDto body) {
    List<Fault> faults = new ArrayList<>();
    IdentityProviderDraft draft =
        new IdentityProviderDraft(
            new Connection(
                Credentials.text("/issuer", body.getIssuer(), ISSUER, faults),
                Credentials.text("/client", body.getClient(), CLIENT, faults),
                Credentials.text("/rolesClaim", body.getRolesClaim(), CLAIM, faults),
                roles(body.getRoles(), faults)),
            body.getClientSecret() == null
                ? null
                : Credentials.text("/clientSecret", body.getClientSecret(), SECRET, faults));
    Credentials.refuse(faults);
    return draft;
  }

  private static List<MappedRole> roles(
      @Nullable List<IdentityProviderRoleChangeDto> roles, List<Fault> faults) {
    if (roles == null || roles.isEmpty()) {
      faults.add(new Fault("/roles", "REQUIRED", "Enter which value gives which role."));
      return List.of();
    }
    if (roles.size() > ROLES) {
      faults.add(new Fault("/roles", "TOO_MANY", "Give at most %d.".formatted(ROLES)));
      return List.of();
    }
    List<MappedRole> all = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      String at = "/roles/" + i;
      String value = Credentials.text(at + "/value", roles.get(i).getValue(), VALUE, faults);
      if (roles.get(i).getRole() == null) {
        faults.add(new Fault(at + "/role", "REQUIRED", "This is required."));
      } else {
        all.add(new MappedRole(value, IdentityCodes.ROLES.toDomain(roles.get(i).getRole())));
      }
    }
    return all;
  }
}
