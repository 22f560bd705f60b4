package app.upline.identity;

import app.upline.platform.persistence.Ids;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives people accounts and tells who they are. */
@Singleton
public class PeopleRegistry {
  private final People people;
  private final Passwords passwords;
  private final Ids ids;
  private final Clock clock;

  PeopleRegistry(People people, Passwords passwords, Ids ids, Clock clock) {
    this.people = people;
    this.passwords = passwords;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Gives somebody an account; the password is kept as a hash only.
   *
   * @throws IllegalArgumentException for an address that is none: it was to be checked before
   * @return the id of the new user
   */
  @Transactional
  public UUID createUser(NewUser user) {
    boolean agency = user.kind() == OrganisationKind.AGENCY;
    Person person =
        new Person(
            ids.next(),
            EmailAddress.canonical(user.email())
                .orElseThrow(() -> new IllegalArgumentException("Not an e-mail address")),
            user.name(),
            passwords.hash(user.password()),
            true,
            agency ? user.organisationId() : null,
            agency ? null : user.organisationId(),
            true,
            clock.instant());
    people.save(person);
    user.roles().forEach(role -> people.grant(person.id(), role.name()));
    return person.id();
  }

  /** Where to write to an agency's people in any of the roles. */
  public List<String> addressesOf(UUID agencyId, Set<Role> roles) {
    return people.addressesOf(agencyId, roles.stream().map(Role::name).sorted().toList());
  }

  Profile profileOf(Person person) {
    Set<Role> roles =
        people.rolesOf(person.id()).stream()
            .map(Role::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    CurrentUser user =
        new CurrentUser(person.id(), person.name(), person.kind(), person.organisationId(), roles);
    return new Profile(user, person.email(), people.organisationNameOf(person.id()));
  }
}
