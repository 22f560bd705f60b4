package app.upline.identity;

import app.upline.identity.session.Grant;
import app.upline.identity.session.SessionLedger;
import app.upline.platform.http.ClientSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Enters people for tests and begins a session for each, as a sign-in would. One hash serves them
 * all, and asks for little memory: to make one for each of some thousand people, and to check
 * thousands of their passwords, took a good part of the time of all tests.
 */
@Singleton
public class SignedInPeople {
  /** Everybody's. */
  public static final String PASSWORD = "correct horse of made-up people";

  private static final String HASH = cheapHash();

  private final PeopleRegistry registry;
  private final People people;
  private final SessionLedger ledger;

  SignedInPeople(PeopleRegistry registry, People people, SessionLedger ledger) {
    this.registry = registry;
    this.people = people;
    this.ledger = ledger;
  }

  /** A person who has signed in. */
  public record Entered(UUID id, Grant grant) {}

  /**
   * @param user whose password is {@link #PASSWORD}
   */
  public Entered enter(NewUser user) {
    UUID id = registry.enter(user, HASH);
    Person person = people.findById(id).orElseThrow();
    return new Entered(id, ledger.begin(person, ClientSource.INSIDE, false));
  }

  /** A hash says itself what it asks for, so that it is checked as any other. */
  private static String cheapHash() {
    byte[] salt = "sixteen for all.".getBytes(StandardCharsets.US_ASCII);
    byte[] hash = new byte[32];
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(8)
            .withIterations(1)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    generator.generateBytes(PASSWORD.getBytes(StandardCharsets.UTF_8), hash);
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=8,t=1,p=1$%s$%s"
        .formatted(encoder.encodeToString(salt), encoder.encodeToString(hash));
  }
}
