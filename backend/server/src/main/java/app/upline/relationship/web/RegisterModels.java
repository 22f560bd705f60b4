package app.upline.relationship.web;

import app.upline.agency.model.AgencyCodes;
import app.upline.api.model.RelationshipDto;
import app.upline.api.model.RelationshipLinkDto;
import app.upline.api.model.RelationshipRevisionDto;
import app.upline.record.web.BatchModels;
import app.upline.relationship.PossibleDuplicate;
import app.upline.relationship.RelationshipRevision;
import app.upline.relationship.SavedRelationship;
import app.upline.relationship.model.RelationshipCodes;
import app.upline.relationship.model.RelationshipModel;
import java.time.ZoneOffset;

/** The contracts form of what this room shows. */
final class RegisterModels {

  private RegisterModels() {}

  static RelationshipDto saved(SavedRelationship saved) {
    return RelationshipModel.of(saved.relationship())
        .warnings(BatchModels.warnings(saved.warnings()))
        .possibleDuplicates(saved.possibleDuplicates().stream().map(RegisterModels::link).toList());
  }

  static RelationshipLinkDto link(PossibleDuplicate duplicate) {
    return new RelationshipLinkDto()
        .id(duplicate.id())
        .reference(duplicate.reference())
        .href("/v1/relationships/" + duplicate.id())
        .entityType(AgencyCodes.ENTITY_TYPES.toContract(duplicate.entityType()))
        .legalName(duplicate.legalName());
  }

  static RelationshipRevisionDto revision(RelationshipRevision revision) {
    return new RelationshipRevisionDto()
        .revision(revision.relationship().revision())
        .changedAt(revision.relationship().changedAt().atOffset(ZoneOffset.UTC))
        .changedBy(revision.changedBy())
        .origin(RelationshipCodes.ORIGINS.toContract(revision.origin()))
        .relationship(RelationshipModel.of(revision.relationship()));
  }
}
