package app.upline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Mailbox;
import app.upline.testing.Owner;
import app.upline.testing.TestUsers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When checkpoints are taken, and that they are sent as they are made, without being asked. */
@Tag("engine")
@MicronautTest(transactional = false)
class CheckpointScheduleTest {
  @TempDir Path folder;
  @Inject TestUsers crowd;
  @Inject Owner owner;
  @Inject Mailbox mailbox;

  @Test
  void oneIsTakenAfterSoManyEventsWhateverTheTime() throws Exception {
    try (ApplicationContext upline = with(Map.of("every", "24h", "events", "5"))) {
      look(upline);
      int before = lines().size();
      crowd.carrier();
      look(upline);
      assertThat(lines()).as("two events are too few").hasSize(before);
      crowd.carrier();
      crowd.carrier();
      look(upline);
      assertThat(lines()).hasSize(before + 1);
      look(upline);
      assertThat(lines()).as("nothing new").hasSize(before + 1);
    }
  }

  @Test
  void oneIsTakenAfterSoMuchTimeWhenAnythingHappened() throws Exception {
    try (ApplicationContext upline = with(Map.of("every", "0s"))) {
      look(upline);
      int before = lines().size();
      look(upline);
      assertThat(lines()).hasSize(before);
      crowd.carrier();
      look(upline);
      assertThat(lines()).hasSize(before + 1);
    }
  }

  @Test
  void aClockThatWasPutBackIsNotWaitedFor() throws Exception {
    String auditor = UUID.randomUUID() + "@auditor.example";
    Map<String, Object> hourly =
        Map.of("every", "1h", "mail-to", List.of(auditor), "mail-every", "1h");
    try (ApplicationContext upline = with(hourly)) {
      crowd.carrier();
      look(upline);
      int before = lines().size();
      // As if the last ones had been taken, and mailed, half an hour from now.
      owner.run(
          "update audit_checkpoint set taken_at = utc_timestamp(6) + interval 30 minute order by number desc limit 1");
      owner.run("update audit_checkpoint_sent set sent_at = utc_timestamp(6) + interval 30 minute");
      crowd.carrier();
      look(upline);
      assertThat(lines()).hasSize(before + 1);
      mailbox.newestFor(auditor, 2);
      crowd.carrier();
      look(upline);
      assertThat(lines()).as("the next is an hour away").hasSize(before + 1);
    }
  }

  @Test
  void whatAReceiverCouldNotTakeComesAgain() throws Exception {
    Path later = folder.resolve("later");
    try (ApplicationContext upline =
        with(Map.of("every", "0s", "file", later.resolve("checkpoints").toString()))) {
      crowd.carrier();
      look(upline);
      assertThat(later).doesNotExist();
      Files.createDirectories(later);
      look(upline);
      assertThat(Files.readAllLines(later.resolve("checkpoints"))).isNotEmpty();
    }
  }

  @Test
  void whatWasSentToAFileProvesTheTrail() throws Exception {
    try (ApplicationContext upline = with(Map.of("every", "0s"))) {
      crowd.carrier();
      look(upline);
      CheckpointSignature signature = upline.getBean(CheckpointSignature.class);
      assertThat(lines()).allMatch(line -> signature.read(line).isPresent());
    }
  }

  @Test
  void theyAreMailedToWhomTheOperatorNames() throws Exception {
    // What was mailed in an earlier run may still be there.
    String auditor = UUID.randomUUID() + "@auditor.example";
    try (ApplicationContext upline =
        with(Map.of("every", "0s", "mail-to", List.of(auditor), "mail-every", "0s"))) {
      crowd.carrier();
      look(upline);
      assertThat(mailbox.newestFor(auditor, 1))
          .contains("Audit checkpoints")
          .contains(lines().getLast());
    }
  }

  private List<String> lines() throws Exception {
    Path file = folder.resolve("checkpoints");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static void look(ApplicationContext upline) {
    upline.getBean(CheckpointJob.class).look();
  }

  private ApplicationContext with(Map<String, Object> settings) {
    // Each test's file is new to the service.
    owner.run("delete from audit_checkpoint_sent");
    Map<String, Object> all = new HashMap<>();
    all.put("upline.audit.checkpoints.file", folder.resolve("checkpoints").toString());
    settings.forEach((name, value) -> all.put("upline.audit.checkpoints." + name, value));
    return ApplicationContext.run(all, "test");
  }
}
