package app.upline.identity.singlesignon;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.EmailAddress;
import app.upline.identity.OrganizationKind;
import app.upline.identity.OrganizationSecurity;
import app.upline.identity.People;
import app.upline.identity.Person;
import app.upline.identity.Role;
import app.upline.identity.UserRows;
import app.upline.identity.people.RoleGrants;
import app.upline.identity.singlesignon.IdentityProvider.Connection;
import app.upline.platform.oidc.ProviderClaims;
import app.upline.platform.persistence.Ids;
import app.upline.platform.text.Words;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Finds the person whom a provider has signed in. A provider speaks for its own organization only:
 * whatever it claims, it never leads to a person of another one.
 */
@Singleton
class FederatedPeople {
  private static final int NAME_LENGTH = 200;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]+");

  /**
   * At most 255 characters of ASCII (OpenID Connect Core 1.0, section 2), and no blank at the ends:
   * the database would not tell it from none.
   */
  private static final Pattern SUBJECT = Pattern.compile("(?! )\\p{Print}{1,255}(?<! )");

  private final People people;
  private final UserRows users;
  private final RoleGrants grants;
  private final OrganizationSecurity security;
  private final AuditTrail audit;
  private final FederatedIdentityRows links;
  private final Ids ids;
  private final Clock clock;

  FederatedPeople(
      People people,
      UserRows users,
      RoleGrants grants,
      OrganizationSecurity security,
      AuditTrail audit,
      FederatedIdentityRows links,
      Ids ids,
      Clock clock) {
    this.people = people;
    this.users = users;
    this.grants = grants;
    this.security = security;
    this.audit = audit;
    this.links = links;
    this.ids = ids;
    this.clock = clock;
  }

  /** A person, or why there is none. */
  sealed interface Finding {
    record Found(Person person) implements Finding {}

    record Nobody(Reason reason) implements Finding {}
  }

  /** Why a person whom the provider signed in cannot come in; for the trail, not the person. */
  enum Reason {
    NO_ROLE("No value of the roles claim gives a role here."),
    ROLE_NOT_ALONE("The values of the roles claim give only a role that adds to another one."),
    NO_VERIFIED_EMAIL("The provider gives no e-mail address that it has verified."),
    ADDRESS_NOT_USABLE("The e-mail address cannot be linked to this person of the provider."),
    SUBJECT_NOT_USABLE("The provider's subject is not one."),
    ROLE_NEEDS_APPROVAL("A second administrator has not approved the roles of the claim."),
    DISABLED("The account is disabled.");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * Finds or makes the person, and gives the roles that the claim says now, in the transaction at
   * hand.
   */
  Finding admit(Organization organization, Connection provider, ProviderClaims claims) {
    Set<UUID> administrators = users.lockAdministrators(organization.kind(), organization.id());
    Set<Role> roles = provider.rolesOf(claims.values());
    if (roles.isEmpty()) {
      return new Finding.Nobody(Reason.NO_ROLE);
    }
    if (roles.stream().noneMatch(Role::standsAlone)) {
      return new Finding.Nobody(Reason.ROLE_NOT_ALONE);
    }
    if (!SUBJECT.matcher(claims.subject()).matches()) {
      return new Finding.Nobody(Reason.SUBJECT_NOT_USABLE);
    }
    Optional<Person> linked = findLinked(organization, provider, claims);
    Finding finding =
        linked.isPresent()
            ? new Finding.Found(linked.get())
            : findByAddress(organization, provider, claims);
    return switch (finding) {
      case Finding.Found(var person) when !person.active() -> disabled(person);
      case Finding.Found(var person) ->
          replaceRoles(person, roles, administrators)
              ? finding
              : new Finding.Nobody(Reason.ROLE_NEEDS_APPROVAL);
      case Finding.Nobody _ -> finding;
    };
  }

  private Finding disabled(Person person) {
    audit.read("user", person.id(), null);
    return new Finding.Nobody(Reason.DISABLED);
  }

  /** The first time: by an address that the provider has verified as the person's. */
  private Finding findByAddress(
      Organization organization, Connection provider, ProviderClaims claims) {
    Optional<String> verified = verifiedAddress(claims);
    if (verified.isEmpty()) {
      return new Finding.Nobody(Reason.NO_VERIFIED_EMAIL);
    }
    String email = verified.get();
    Optional<Person> known = people.findByEmail(email);
    if (known.isPresent() && !known.get().organizationId().equals(organization.id())) {
      return new Finding.Nobody(Reason.ADDRESS_NOT_USABLE);
    }
    if (known.isPresent() && !known.get().active()) {
      return new Finding.Found(known.get());
    }
    Person person = known.orElseGet(() -> create(organization, claims, email));
    link(organization, provider, claims, person);
    return new Finding.Found(person);
  }

  /**
   * What the provider verified is a mailbox, to the letter: one that only becomes an address of
   * ours by being brought into canonical form is another person's.
   */
  private static Optional<String> verifiedAddress(ProviderClaims claims) {
    String email = claims.email();
    return email == null || !claims.emailVerified() || !EmailAddress.isOne(email)
        ? Optional.empty()
        : EmailAddress.canonical(email)
            .filter(canonical -> canonical.equals(email.toLowerCase(Locale.ROOT)));
  }

  /**
   * What two administrators have to agree on, no claim gives: the administrator who says what
   * claims mean is only one of them.
   *
   * @return whether any role is left
   */
  private boolean replaceRoles(Person person, Set<Role> wanted, Set<UUID> administrators) {
    Set<Role> before = EnumSet.noneOf(Role.class);
    people.rolesOf(person.id()).forEach(role -> before.add(Role.valueOf(role)));
    Set<Role> after = EnumSet.copyOf(wanted);
    if (security.roleChangesApproved(person.organizationId())) {
      after.removeIf(role -> role.isSensitive() && !before.contains(role));
    }
    if (administrators.equals(Set.of(person.id()))) {
      // The last administrator stays one: otherwise no one could fix how claims map to roles.
      after.add(Role.administratorOf(person.organizationKind()));
    }
    if (after.stream().noneMatch(Role::standsAlone)) {
      return false;
    }
    if (!after.equals(before)) {
      users.replaceRoles(person.id(), after);
      audit.changed(
          "user", person.id(), null, before.isEmpty() ? null : Digest.of(before), Digest.of(after));
      if (!before.isEmpty()) {
        grants.tell(person.organizationKind(), person.organizationId(), person.id(), before, after);
      }
    }
    return true;
  }

  private Optional<Person> findLinked(
      Organization organization, Connection provider, ProviderClaims claims) {
    return links
        .findByOrganizationIdAndIssuerAndSubject(
            organization.id(), provider.issuer(), claims.subject())
        .map(FederatedIdentityRow::userId)
        .flatMap(people::findById)
        .filter(person -> person.organizationId().equals(organization.id()));
  }

  private void link(
      Organization organization, Connection provider, ProviderClaims claims, Person person) {
    links.save(
        new FederatedIdentityRow(
            organization.id(), provider.issuer(), claims.subject(), person.id(), clock.instant()));
    audit.changed(
        "user-link",
        person.id(),
        null,
        null,
        Digest.of(provider.issuer(), claims.subject(), person.id()));
  }

  private Person create(Organization organization, ProviderClaims claims, String email) {
    Person person =
        new Person(
            ids.next(),
            email,
            name(claims).orElse(email),
            null,
            true,
            organization.id(),
            organization.kind(),
            true,
            clock.instant());
    people.save(person);
    return person;
  }

  /** As far as there is room for it, and nothing that cannot be seen. */
  private static Optional<String> name(ProviderClaims claims) {
    return Optional.ofNullable(claims.name())
        .map(name -> Words.tidy(UNSEEN.matcher(name).replaceAll(" ")))
        .map(name -> name.substring(0, Math.min(name.length(), NAME_LENGTH)).strip())
        .filter(name -> !name.isEmpty());
  }

  /** Whose people a provider speaks for. */
  record Organization(OrganizationKind kind, UUID id) {}
}
