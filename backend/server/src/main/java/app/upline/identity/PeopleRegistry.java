package app.upline.identity;

import app.upline.identity.password.Passwords;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
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
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  PeopleRegistry(People people, Passwords passwords, Database database, Ids ids, Clock clock) {
    this.people = people;
    this.passwords = passwords;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Creates an account; the password is kept as a hash only.
   *
   * @throws IllegalArgumentException for an address that is none: it was to be checked before
   * @return the id of the new user
   */
  public UUID createUser(NewUser user) {
    return enter(user, passwords.hash(user.password()));
  }

  /** The same with the hash of the password, which is dear to make. */
  UUID enter(NewUser user, String passwordHash) {
    Person person =
        new Person(
            ids.next(),
            EmailAddress.canonical(user.email())
                .orElseThrow(() -> new IllegalArgumentException("Not an e-mail address")),
            user.name(),
            passwordHash,
            true,
            user.organizationId(),
            user.kind(),
            true,
            clock.instant());
    return database.writing(
        () -> {
          people.save(person);
          user.roles().forEach(role -> people.grant(person.id(), role.name()));
          return person.id();
        });
  }

  /** Where to write to an agency's people in any of the roles. */
  public List<String> addressesOf(UUID agencyId, Set<Role> roles) {
    return people.addressesOf(agencyId, roles.stream().map(Role::name).sorted().toList());
  }

  /** Whether an organization has anybody yet, who can or could sign in. */
  public boolean hasPeople(UUID organizationId) {
    return people.isAnyoneOf(organizationId);
  }

  public Profile profileOf(Person person) {
    Set<Role> roles =
        people.rolesOf(person.id()).stream()
            .map(Role::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    CurrentUser user =
        new CurrentUser(
            person.id(), person.name(), person.organizationKind(), person.organizationId(), roles);
    return new Profile(user, person.email(), people.organizationNameOf(person.id()));
  }
}
