package app.upline.relationship.model;

import app.upline.agency.model.AgencyCodes;
import app.upline.api.model.AddressDto;
import app.upline.api.model.ContactDto;
import app.upline.api.model.FieldDifferenceDto;
import app.upline.api.model.OffshoreDetailsDto;
import app.upline.api.model.RelationshipDto;
import app.upline.platform.fields.Difference;
import app.upline.relationship.Address;
import app.upline.relationship.Contact;
import app.upline.relationship.OffshoreDetails;
import app.upline.relationship.Relationship;
import app.upline.relationship.RelationshipDetails;
import java.time.ZoneOffset;

/** Makes the contracts form of a relationship and of what differs between two revisions. */
public final class RelationshipModel {

  private RelationshipModel() {}

  /** A relationship in one revision. */
  public static RelationshipDto of(Relationship relationship) {
    var model =
        new RelationshipDto()
            .id(relationship.id())
            .reference(relationship.reference())
            .revision(relationship.revision())
            .status(RelationshipCodes.STATUSES.toContract(relationship.details().status()))
            .createdAt(relationship.createdAt().atOffset(ZoneOffset.UTC))
            .changedAt(relationship.changedAt().atOffset(ZoneOffset.UTC));
    identify(model, relationship.details());
    describe(model, relationship.details());
    vouch(model, relationship.details());
    return model;
  }

  /** A field that is not what it was. */
  public static FieldDifferenceDto of(Difference difference) {
    return new FieldDifferenceDto()
        .pointer(difference.pointer())
        .label(difference.label())
        .before(difference.before())
        .after(difference.after());
  }

  /** Who it is. */
  private static void identify(RelationshipDto model, RelationshipDetails d) {
    model
        .ownReference(d.ownReference())
        .upstreamId(d.upstreamId())
        .entityType(AgencyCodes.ENTITY_TYPES.toContract(d.entityType()))
        .entityTypeOther(d.entityTypeOther())
        .legalName(d.legalName())
        .tradeNames(d.tradeNames())
        .npn(d.npn())
        .ein(d.ein())
        .licensedProducer(d.licensedProducer())
        .address(address(d.address()))
        .contact(contact(d.contact()));
  }

  /** What it does, and how it is paid. */
  private static void describe(RelationshipDto model, RelationshipDetails d) {
    model
        .functions(RelationshipCodes.FUNCTIONS.allToContract(d.functions()))
        .leadChannels(RelationshipCodes.LEAD_CHANNELS.allToContract(d.leadChannels()))
        .websites(d.websites())
        .phoneNumbers(d.phoneNumbers())
        .statesServed(RelationshipCodes.STATES.allToContract(d.statesServed()))
        .products(RelationshipCodes.PRODUCTS.allToContract(d.products()))
        .compensationBasis(
            RelationshipCodes.COMPENSATION_BASES.toContractOrNull(d.compensationBasis()))
        .compensationOther(d.compensationOther());
  }

  /** What the agency vouches for, and since when until when it holds. */
  private static void vouch(RelationshipDto model, RelationshipDetails d) {
    model
        .agreementDate(d.agreementDate())
        .sharesBeneficiaryData(d.sharesBeneficiaryData())
        .consentMethod(d.consentMethod())
        .recordsCalls(d.recordsCalls())
        .offshore(d.offshore())
        .offshoreDetails(d.offshoreDetails() == null ? null : offshore(d.offshoreDetails()))
        .startDate(d.startDate())
        .endDate(d.endDate())
        .endReason(d.endReason())
        .knownOn(d.knownOn())
        .voidReason(d.voidReason());
  }

  private static AddressDto address(Address address) {
    return new AddressDto()
        .line1(address.line1())
        .line2(address.line2())
        .city(address.city())
        .state(RelationshipCodes.STATES.toContractOrNull(address.state()))
        .zip(address.zip())
        .country(address.country());
  }

  private static ContactDto contact(Contact contact) {
    return new ContactDto()
        .name(contact.name())
        .title(contact.title())
        .email(contact.email())
        .phone(contact.phone());
  }

  private static OffshoreDetailsDto offshore(OffshoreDetails offshore) {
    return new OffshoreDetailsDto()
        .country(offshore.country())
        .function(offshore.function())
        .phiTouched(offshore.phiTouched())
        .attestationReference(offshore.attestationReference());
  }
}
