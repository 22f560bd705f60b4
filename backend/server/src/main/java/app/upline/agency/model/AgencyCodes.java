package app.upline.agency.model;

import app.upline.agency.AgencyStep;
import app.upline.agency.EntityType;
import app.upline.api.model.AgencyActionDto;
import app.upline.api.model.EntityTypeDto;
import app.upline.platform.code.Codes;

/** The codes of organizations in the contract's words. */
public final class AgencyCodes {

  public static final Codes<EntityType, EntityTypeDto> ENTITY_TYPES =
      Codes.of(EntityType.class, EntityTypeDto.class);

  public static final Codes<AgencyStep, AgencyActionDto> ACTIONS =
      Codes.of(AgencyStep.class, AgencyActionDto.class);

  private AgencyCodes() {}
}
