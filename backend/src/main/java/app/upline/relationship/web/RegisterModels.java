package app.upline.relationship.web;

import app.upline.api.model.ChainLink;
import app.upline.api.model.EntityType;
import app.upline.api.model.RelationshipChain;
import app.upline.api.model.RelationshipRevision;
import app.upline.api.model.RelationshipStatus;
import app.upline.api.model.RevisionOrigin;
import app.upline.relationship.ChainView;
import app.upline.relationship.model.RelationshipModel;
import java.time.ZoneOffset;

/** The contract's form of what this room shows. */
final class RegisterModels {

  private RegisterModels() {}

  static RelationshipRevision revision(app.upline.relationship.RelationshipRevision revision) {
    return new RelationshipRevision()
        .revision(revision.relationship().revision())
        .changedAt(revision.relationship().changedAt().atOffset(ZoneOffset.UTC))
        .changedBy(revision.changedBy())
        .origin(RevisionOrigin.valueOf(revision.origin().name()))
        .relationship(RelationshipModel.of(revision.relationship()));
  }

  static RelationshipChain chain(ChainView chain) {
    return new RelationshipChain()
        .upstream(chain.upstream().stream().map(RegisterModels::link).toList())
        .downstream(chain.downstream().stream().map(RegisterModels::link).toList())
        .truncated(chain.truncated());
  }

  private static ChainLink link(ChainView.Link link) {
    return new ChainLink()
        .id(link.id())
        .reference(link.reference())
        .legalName(link.legalName())
        .entityType(EntityType.valueOf(link.entityType().name()))
        .status(RelationshipStatus.valueOf(link.status().name()))
        .upstreamId(link.upstreamId())
        .level(link.level());
  }
}
