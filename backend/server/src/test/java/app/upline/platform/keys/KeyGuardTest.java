package app.upline.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.upline.audit.Actor;
import app.upline.audit.AuditHeads;
import app.upline.identity.Role;
import app.upline.platform.encryption.Vault;
import app.upline.platform.start.StartFailure;
import app.upline.testing.Owner;
import app.upline.testing.TestFolder;
import app.upline.testing.TestUsers;
import app.upline.testing.Trail;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that is not the one by which the database was written refuses the start. */
@Tag("engine")
@MicronautTest(transactional = false)
class KeyGuardTest {
  private static final String WRONG = Base64.getEncoder().encodeToString(filled());
  private static final String DATA = "upline.personal-data.keys";
  private static final String AUDIT = "upline.audit.keys";
  private static final String HEADS = "upline.audit.head-keys";

  /** One day has one head of a chain; there are thousands of chains, and one is enough. */
  private static boolean headsAreTaken;

  @Inject TestUsers crowd;
  @Inject Owner owner;
  @Inject Trail trail;
  @Inject Vault vault;
  @Inject AuditHeads heads;

  /** A secret of a second factor, an event and a head, each under its key. */
  @BeforeEach
  void somethingUnderEachKey() {
    var person = crowd.someone(Role.AGENCY_REPORTER);
    String id = person.id().toString();
    var sealed = vault.seal(new byte[20], "second_factor/sealed_secret/" + id);
    owner.run("delete from second_factor");
    owner.run(
        "insert into second_factor (user_id, sealed_secret, key_version, created_at, last_step) values (?, ?, ?, now(), -1)",
        UUID.fromString(id),
        sealed.bytes(),
        sealed.keyVersion());
    if (!headsAreTaken) {
      heads.takeAll();
      headsAreTaken = true;
    }
  }

  @Test
  void aWrongPersonalDataKeyIsRefusedByItsVersion() {
    refused(Map.of(DATA, "1:" + WRONG))
        .startsWith("Version 1 of the personal data key is not the key")
        .contains("UPLINE_PERSONAL_DATA_KEYS");
  }

  @Test
  void aWrongAuditKeyIsRefusedByItsVersion() {
    refused(Map.of(AUDIT, "1:" + WRONG))
        .startsWith("Version 1 of the audit key is not the key")
        .contains("UPLINE_AUDIT_KEYS");
  }

  @Test
  void aWrongKeyBehindARightOneIsRefusedToo() {
    refused(Map.of(AUDIT, kept("audit-keys") + " 1:" + WRONG)).contains("cannot be read");
    refused(Map.of(DATA, "7:" + WRONG + " 1:" + WRONG)).startsWith("Version 1 of the personal");
  }

  @Test
  void aKeyForHeadsThatNeverSignedAnyIsRefusedWithoutThoseThatDid() {
    refused(Map.of(HEADS, WRONG)).contains("signs audit heads").contains("UPLINE_AUDIT_HEAD_KEYS");
  }

  @Test
  void anOldKeyIsMissedWhileItIsNeeded() {
    refused(Map.of(DATA, "7:" + WRONG))
        .startsWith("Version 1 of the personal data key is needed")
        .contains("behind the current one");
    refused(Map.of(AUDIT, "7:" + WRONG)).startsWith("Version 1 of the audit key is needed");
  }

  @Test
  void commandsByTheOwnersAccountAreRefusedAsWell() {
    refused(Map.of(DATA, "1:" + WRONG, "upline.migration.as-owner", true)).startsWith("Version 1");
  }

  @Test
  void nothingIsWrittenByAStartThatIsRefused() {
    List<String> known = known();
    long last = trail.lastNumber(Actor.NO_ORGANIZATION);
    refused(Map.of(DATA, "1:" + WRONG));
    refused(Map.of(AUDIT, "1:" + WRONG));
    refused(Map.of(HEADS, WRONG));
    assertThat(known()).isEqualTo(known);
    assertThat(trail.lastNumber(Actor.NO_ORGANIZATION)).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"personal-data-keys", "audit-keys", "audit-head-keys"})
  void aFileOfKeysThatIsLostIsNeverReplaced(String file, @TempDir Path folder) throws IOException {
    for (String name : List.of("personal-data-keys", "audit-keys", "audit-head-keys")) {
      if (!name.equals(file)) {
        Files.writeString(folder.resolve(name), kept(name));
      }
    }
    refused(Map.of("upline.data-dir", folder.toString()))
        .startsWith("The file " + folder.resolve(file) + " is not there")
        .contains("from a copy");
    assertThat(folder.resolve(file)).doesNotExist();
  }

  @Test
  void aDatabaseOfAnEarlierStateProvesTheKeysByWhatIsInIt() {
    List<String> known = known();
    owner.run("delete from key_check");
    refused(Map.of(DATA, "1:" + WRONG)).startsWith("Version 1 of the personal data key");
    refused(Map.of(AUDIT, "1:" + WRONG)).startsWith("Version 1 of the audit key");
    refused(Map.of(HEADS, WRONG)).contains("signs audit heads");
    assertThat(known()).as("a refused start says nothing about keys").isEmpty();
    start(Map.of());
    assertThat(known()).containsAll(known.stream().filter(k -> k.contains(" 1 ")).toList());
  }

  @Test
  void whatIsKnownCannotBeChangedByTheApplicationsAccount() {
    for (String statement :
        List.of("update key_check set check_value = repeat('0', 64)", "delete from key_check")) {
      assertThat(catchThrowable(() -> crowd.run(statement))).hasMessageContaining("denied");
    }
  }

  private List<String> known() {
    return crowd.strings(
        "select concat(kind, ' ', version, ' ', check_value) from key_check order by kind, version");
  }

  private static AbstractStringAssert<?> refused(Map<String, Object> settings) {
    Throwable failure = catchThrowable(() -> start(settings));
    Throwable cause = failure;
    while (cause != null && !(cause instanceof StartFailure)) {
      cause = cause.getCause();
    }
    assertThat(cause).as("the failure %s", failure).isInstanceOf(StartFailure.class);
    return assertThat(cause.getMessage()).doesNotContain(WRONG);
  }

  private static void start(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    ApplicationContext.run(all, "test").close();
  }

  private static String kept(String file) {
    try {
      return Files.readString(TestFolder.of("data/" + file)).strip();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] filled() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    return key;
  }
}
