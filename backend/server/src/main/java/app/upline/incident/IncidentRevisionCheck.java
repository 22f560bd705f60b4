package app.upline.incident;

import app.upline.audit.RecordCheck;
import app.upline.audit.ToldDigests;
import app.upline.platform.persistence.Database;
import app.upline.record.RevisionCheck;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Offers incidents to the command that verifies. */
@Factory
final class IncidentRevisionCheck {

  @Singleton
  RecordCheck incidents(Database database, ToldDigests told) {
    return new RevisionCheck(IncidentTableMapping.TABLES, database, told);
  }
}
