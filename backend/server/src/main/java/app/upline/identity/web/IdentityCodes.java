package app.upline.identity.web;

import app.upline.api.model.InvitationStatusDto;
import app.upline.api.model.OrganizationKindDto;
import app.upline.api.model.RoleChangeKindDto;
import app.upline.api.model.RoleChangeStatusDto;
import app.upline.api.model.RoleDto;
import app.upline.api.model.ServiceAccountCredentialKindDto;
import app.upline.api.model.ServiceAccountStatusDto;
import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.identity.people.Invitation;
import app.upline.identity.people.RoleChange;
import app.upline.identity.serviceaccount.ServiceAccount;
import app.upline.platform.code.Codes;

/** The codes of people, service accounts and what is asked of them. */
final class IdentityCodes {
  static final Codes<Role, RoleDto> ROLES = Codes.of(Role.class, RoleDto.class);

  static final Codes<RoleChange.Kind, RoleChangeKindDto> ROLE_CHANGE_KINDS =
      Codes.of(RoleChange.Kind.class, RoleChangeKindDto.class);

  static final Codes<RoleChange.State, RoleChangeStatusDto> ROLE_CHANGE_STATES =
      Codes.of(RoleChange.State.class, RoleChangeStatusDto.class);

  static final Codes<OrganizationKind, OrganizationKindDto> ORGANIZATION_KINDS =
      Codes.of(OrganizationKind.class, OrganizationKindDto.class);

  static final Codes<Invitation.Status, InvitationStatusDto> INVITATION_STATUSES =
      Codes.of(Invitation.Status.class, InvitationStatusDto.class);

  static final Codes<ServiceAccount.Status, ServiceAccountStatusDto> SERVICE_ACCOUNT_STATUSES =
      Codes.of(ServiceAccount.Status.class, ServiceAccountStatusDto.class);

  static final Codes<ServiceAccount.Credential.Kind, ServiceAccountCredentialKindDto>
      CREDENTIAL_KINDS =
          Codes.of(ServiceAccount.Credential.Kind.class, ServiceAccountCredentialKindDto.class);

  private IdentityCodes() {}
}
