package app.upline.sheet;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Forgets uploaded files when their time is over. Several servers doing it at once do no harm. */
@Singleton
final class ImportFilePurge {

  private final ImportLog log;

  ImportFilePurge(ImportLog log) {
    this.log = log;
  }

  @Scheduled(initialDelay = "10m", fixedDelay = "1h")
  void purge() {
    log.purge();
  }
}
