package app.upline.relationship;

import app.upline.audit.RecordCheck;
import app.upline.audit.ToldDigests;
import app.upline.platform.persistence.Database;
import app.upline.record.RevisionCheck;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Offers the register to the command that verifies. */
@Factory
final class RelationshipRevisionCheck {

  @Singleton
  RecordCheck relationships(Database database, ToldDigests told) {
    return new RevisionCheck(RelationshipTableMapping.TABLES, database, told);
  }
}
