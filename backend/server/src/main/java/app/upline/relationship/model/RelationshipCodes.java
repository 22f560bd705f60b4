package app.upline.relationship.model;

import app.upline.api.model.CompensationBasisDto;
import app.upline.api.model.LeadChannelDto;
import app.upline.api.model.ProductDto;
import app.upline.api.model.RelationshipSortDto;
import app.upline.api.model.RelationshipStatusDto;
import app.upline.api.model.RevisionOriginDto;
import app.upline.api.model.TpmoFunctionDto;
import app.upline.api.model.UsStateDto;
import app.upline.platform.code.Codes;
import app.upline.record.Origin;
import app.upline.relationship.CompensationBasis;
import app.upline.relationship.LeadChannel;
import app.upline.relationship.Product;
import app.upline.relationship.RelationshipSort;
import app.upline.relationship.RelationshipStatus;
import app.upline.relationship.TpmoFunction;
import app.upline.relationship.UsState;

/** The codes of the register. */
public final class RelationshipCodes {
  public static final Codes<RelationshipStatus, RelationshipStatusDto> STATUSES =
      Codes.of(RelationshipStatus.class, RelationshipStatusDto.class);

  public static final Codes<TpmoFunction, TpmoFunctionDto> FUNCTIONS =
      Codes.of(TpmoFunction.class, TpmoFunctionDto.class);

  public static final Codes<LeadChannel, LeadChannelDto> LEAD_CHANNELS =
      Codes.of(LeadChannel.class, LeadChannelDto.class);

  public static final Codes<UsState, UsStateDto> STATES = Codes.of(UsState.class, UsStateDto.class);

  public static final Codes<Product, ProductDto> PRODUCTS =
      Codes.of(Product.class, ProductDto.class);

  public static final Codes<CompensationBasis, CompensationBasisDto> COMPENSATION_BASES =
      Codes.of(CompensationBasis.class, CompensationBasisDto.class);

  public static final Codes<RelationshipSort, RelationshipSortDto> SORTS =
      Codes.of(RelationshipSort.class, RelationshipSortDto.class);

  public static final Codes<Origin, RevisionOriginDto> ORIGINS =
      Codes.of(Origin.class, RevisionOriginDto.class);

  private RelationshipCodes() {}
}
