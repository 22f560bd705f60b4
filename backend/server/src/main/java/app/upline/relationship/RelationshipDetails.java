package app.upline.relationship;

import app.upline.agency.EntityType;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agency knows of one subcontracted entity: the content of a revision. Made only from a
 * draft that {@link RelationshipRules} found faultless.
 *
 * @param npn National Producer Number
 * @param ein Employer Identification Number, nine digits
 * @param phoneNumbers E.164
 * @param knownOn when the agency knew of this change; the carrier's notice clock starts here
 * @param voidReason why it was voided, having been recorded by mistake; null while it stands
 */
@Serdeable.Deserializable
public record RelationshipDetails(
    @Nullable String ownReference,
    @Nullable UUID upstreamId,
    EntityType entityType,
    @Nullable String entityTypeOther,
    String legalName,
    List<String> tradeNames,
    @Nullable String npn,
    @Nullable String ein,
    boolean licensedProducer,
    Address address,
    Contact contact,
    List<TpmoFunction> functions,
    List<LeadChannel> leadChannels,
    List<String> websites,
    List<String> phoneNumbers,
    List<UsState> statesServed,
    List<Product> products,
    @Nullable CompensationBasis compensationBasis,
    @Nullable String compensationOther,
    @Nullable LocalDate agreementDate,
    @Nullable Boolean sharesBeneficiaryData,
    @Nullable String consentMethod,
    @Nullable Boolean recordsCalls,
    boolean offshore,
    @Nullable OffshoreDetails offshoreDetails,
    LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable String endReason,
    LocalDate knownOn,
    @Nullable String voidReason) {

  public RelationshipDetails {
    tradeNames = present(tradeNames);
    functions = present(functions);
    leadChannels = present(leadChannels);
    websites = present(websites);
    phoneNumbers = present(phoneNumbers);
    statesServed = present(statesServed);
    products = present(products);
  }

  /** The stored JSON leaves empty lists out. */
  private static <T> List<T> present(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  public RelationshipStatus status() {
    if (isVoided()) {
      return RelationshipStatus.VOIDED;
    }
    return endDate == null ? RelationshipStatus.ACTIVE : RelationshipStatus.ENDED;
  }

  /** Whether it was recorded by mistake, and counts nowhere. */
  public boolean isVoided() {
    return voidReason != null;
  }

  /**
   * The same, voided or not.
   *
   * @param reason null to take the voiding back
   */
  RelationshipDetails voided(@Nullable String reason) {
    return new RelationshipDetails(
        ownReference,
        upstreamId,
        entityType,
        entityTypeOther,
        legalName,
        tradeNames,
        npn,
        ein,
        licensedProducer,
        address,
        contact,
        functions,
        leadChannels,
        websites,
        phoneNumbers,
        statesServed,
        products,
        compensationBasis,
        compensationOther,
        agreementDate,
        sharesBeneficiaryData,
        consentMethod,
        recordsCalls,
        offshore,
        offshoreDetails,
        startDate,
        endDate,
        endReason,
        knownOn,
        reason);
  }
}
