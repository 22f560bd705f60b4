package app.upline.relationship.model;

import app.upline.api.model.CompensationBasis;
import app.upline.api.model.EntityType;
import app.upline.api.model.FieldDifference;
import app.upline.api.model.RelationshipStatus;
import app.upline.platform.fields.Difference;
import app.upline.relationship.Address;
import app.upline.relationship.Contact;
import app.upline.relationship.OffshoreDetails;
import app.upline.relationship.Relationship;
import app.upline.relationship.RelationshipDetails;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the contract's form of a relationship and of what differs between two revisions. */
public final class RelationshipModel {

  private RelationshipModel() {}

  /** A relationship in one revision. */
  public static app.upline.api.model.Relationship of(Relationship relationship) {
    var model =
        new app.upline.api.model.Relationship()
            .id(relationship.id())
            .reference(relationship.reference())
            .revision(relationship.revision())
            .status(RelationshipStatus.fromValue(relationship.details().status().name()))
            .createdAt(relationship.createdAt().atOffset(ZoneOffset.UTC))
            .changedAt(relationship.changedAt().atOffset(ZoneOffset.UTC));
    identify(model, relationship.details());
    describe(model, relationship.details());
    vouch(model, relationship.details());
    return model;
  }

  /** A field that is not what it was. */
  public static FieldDifference of(Difference difference) {
    return new FieldDifference()
        .pointer(difference.pointer())
        .label(difference.label())
        .before(difference.before())
        .after(difference.after());
  }

  /** Who it is. */
  private static void identify(app.upline.api.model.Relationship model, RelationshipDetails d) {
    model
        .ownReference(d.ownReference())
        .upstreamId(d.upstreamId())
        .entityType(EntityType.fromValue(d.entityType().name()))
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
  private static void describe(app.upline.api.model.Relationship model, RelationshipDetails d) {
    model
        .functions(codes(d.functions(), app.upline.api.model.TpmoFunction::fromValue))
        .leadChannels(codes(d.leadChannels(), app.upline.api.model.LeadChannel::fromValue))
        .websites(d.websites())
        .phoneNumbers(d.phoneNumbers())
        .statesServed(codes(d.statesServed(), app.upline.api.model.UsState::fromValue))
        .products(codes(d.products(), app.upline.api.model.Product::fromValue))
        .compensationBasis(code(d.compensationBasis(), CompensationBasis::fromValue))
        .compensationOther(d.compensationOther());
  }

  /** What the agency vouches for, and since when until when it holds. */
  private static void vouch(app.upline.api.model.Relationship model, RelationshipDetails d) {
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
        .knownOn(d.knownOn());
  }

  private static app.upline.api.model.Address address(Address address) {
    return new app.upline.api.model.Address()
        .line1(address.line1())
        .line2(address.line2())
        .city(address.city())
        .state(code(address.state(), app.upline.api.model.UsState::fromValue))
        .zip(address.zip())
        .country(address.country());
  }

  private static app.upline.api.model.Contact contact(Contact contact) {
    return new app.upline.api.model.Contact()
        .name(contact.name())
        .title(contact.title())
        .email(contact.email())
        .phone(contact.phone());
  }

  private static app.upline.api.model.OffshoreDetails offshore(OffshoreDetails offshore) {
    return new app.upline.api.model.OffshoreDetails()
        .country(offshore.country())
        .function(offshore.function())
        .phiTouched(offshore.phiTouched())
        .attestationReference(offshore.attestationReference());
  }

  private static <T> @Nullable T code(@Nullable Enum<?> ours, Function<String, T> theirs) {
    return ours == null ? null : theirs.apply(ours.name());
  }

  /** The contract says that a code stands once; the order is the one in which it was recorded. */
  private static <T> Set<T> codes(List<? extends Enum<?>> ours, Function<String, T> theirs) {
    return ours.stream()
        .map(code -> theirs.apply(code.name()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
