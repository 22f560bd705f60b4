package app.upline.identity;

import app.upline.identity.password.Passwords;
import app.upline.identity.session.Grant;
import app.upline.identity.session.SessionLedger;
import app.upline.platform.http.ClientSource;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Enters people for tests and begins a session for each, as a sign-in would. One hash serves them
 * all: to make two for each of some thousand people took a third of the time of all tests.
 */
@Singleton
public class SignedInPeople {
  /** Everybody's. */
  public static final String PASSWORD = "correct horse of made-up people";

  private static final AtomicReference<String> HASH = new AtomicReference<>();

  private final PeopleRegistry registry;
  private final People people;
  private final Passwords passwords;
  private final SessionLedger ledger;

  SignedInPeople(
      PeopleRegistry registry, People people, Passwords passwords, SessionLedger ledger) {
    this.registry = registry;
    this.people = people;
    this.passwords = passwords;
    this.ledger = ledger;
  }

  /** Somebody who has signed in. */
  public record Entered(UUID id, Grant grant) {}

  /**
   * @param user whose password is {@link #PASSWORD}
   */
  public Entered enter(NewUser user) {
    UUID id = registry.enter(user, hash());
    Person person = people.findById(id).orElseThrow();
    return new Entered(id, ledger.begin(person, ClientSource.INSIDE, false));
  }

  private String hash() {
    return HASH.updateAndGet(made -> made == null ? passwords.hash(PASSWORD) : made);
  }
}
