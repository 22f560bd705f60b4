package app.upline.submission;

import app.upline.incident.Incident;
import app.upline.relationship.Relationship;
import java.util.UUID;

/** A record, in the revision that is or was disclosed. */
public sealed interface DisclosedRecord {

  UUID id();

  String reference();

  /** A row of the agency's register. */
  record OfRelationship(Relationship relationship) implements DisclosedRecord {

    @Override
    public UUID id() {
      return relationship.id();
    }

    @Override
    public String reference() {
      return relationship.reference();
    }
  }

  /** An incident, with the discipline that followed. */
  record OfIncident(Incident incident) implements DisclosedRecord {

    @Override
    public UUID id() {
      return incident.id();
    }

    @Override
    public String reference() {
      return incident.reference();
    }
  }
}
