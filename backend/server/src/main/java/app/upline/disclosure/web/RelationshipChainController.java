package app.upline.disclosure.web;

import app.upline.agency.model.AgencyCodes;
import app.upline.api.RelationshipChainsApi;
import app.upline.api.model.ChainNodeDto;
import app.upline.api.model.RelationshipChainDto;
import app.upline.disclosure.DisclosedRegister;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.OrganizationKind;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import app.upline.relationship.Chain;
import app.upline.relationship.Relationship;
import app.upline.relationship.RelationshipService;
import app.upline.relationship.model.RelationshipCodes;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency reads the chains of its own register, a carrier those of what it holds. */
@Controller
class RelationshipChainController implements RelationshipChainsApi {

  private final CurrentUserProvider callers;
  private final RelationshipService relationships;
  private final DisclosedRegister register;

  RelationshipChainController(
      CurrentUserProvider callers, RelationshipService relationships, DisclosedRegister register) {
    this.callers = callers;
    this.relationships = relationships;
    this.register = register;
  }

  @Override
  public RelationshipChainDto getRelationshipChain(
      UUID rootId, @Nullable Integer depth, @Nullable LocalDate asOf) {
    CurrentUser user = callers.current();
    int levels = depth == null ? Chain.MAX_LEVELS : depth;
    return chain(user, rootId, levels, asOf)
        .map(RelationshipChainController::model)
        .orElseThrow(() -> ProblemException.notFound("relationship"));
  }

  private Optional<Chain> chain(
      CurrentUser user, UUID rootId, int depth, @Nullable LocalDate asOf) {
    if (user.kind() == OrganizationKind.CARRIER) {
      return register.chain(user, rootId, depth, asOf);
    }
    if (asOf != null) {
      throw ProblemException.malformed(
          List.of(
              new Fault(
                  "?asOf", "FOR_CARRIERS_ONLY", "An agency reads its register as it is now.")));
    }
    return relationships.chain(user, rootId, depth);
  }

  private static RelationshipChainDto model(Chain chain) {
    return new RelationshipChainDto()
        .nodes(chain.nodes().stream().map(RelationshipChainController::model).toList())
        .truncated(chain.truncated());
  }

  private static ChainNodeDto model(Chain.Node node) {
    Relationship relationship = node.relationship();
    return new ChainNodeDto()
        .id(relationship.id())
        .reference(relationship.reference())
        .legalName(relationship.details().legalName())
        .entityType(AgencyCodes.ENTITY_TYPES.toContract(relationship.details().entityType()))
        .status(RelationshipCodes.STATUSES.toContract(relationship.details().status()))
        .upstreamId(relationship.details().upstreamId())
        .level(node.level());
  }
}
