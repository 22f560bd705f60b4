package app.upline.agency.model;

import app.upline.agency.Agency;
import app.upline.agency.AgencyContract;
import app.upline.api.model.AgencyActionDto;
import app.upline.api.model.AgencyContractDto;
import app.upline.api.model.AgencyDto;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agencies and contracts as the contract of this API has them. */
public final class AgencyModels {
  private AgencyModels() {}

  /**
   * @param possible what the caller can do next
   */
  public static AgencyDto agency(Agency agency, List<AgencyActionDto> possible) {
    return new AgencyDto()
        .id(agency.id())
        .name(agency.name())
        .npn(agency.npn())
        .level(AgencyCodes.ENTITY_TYPES.toContract(agency.level()))
        .uplineName(agency.uplineName())
        .contract(contract(agency.contract()))
        .possibleActions(possible);
  }

  public static @Nullable AgencyContractDto contract(@Nullable AgencyContract contract) {
    return contract == null
        ? null
        : new AgencyContractDto()
            .startsOn(contract.startsOn())
            .endsOn(contract.endsOn())
            .endReason(contract.endReason())
            .inForce(contract.inForce());
  }
}
