package app.upline.relationship;

import app.upline.agency.EntityType;
import app.upline.platform.fields.Field;
import app.upline.platform.fields.FieldKind;
import app.upline.platform.fields.FieldSet;
import app.upline.platform.fields.Kinds;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every field of a relationship, once: for the API, for workbooks, for differences (DOMAIN section
 * 3).
 */
public final class RelationshipFields {

  static final Field<RelationshipDetails, String> OWN_REFERENCE =
      field(
              "ownReference",
              "/ownReference",
              "Your reference",
              Kinds.reference(1, 60),
              RelationshipDetails::ownReference)
          .help(
              "Your own number for this entity, if you keep one. It must be different for each row.")
          .alsoCalled("Our reference", "Agency reference", "Internal ID", "Vendor ID");
  static final Field<RelationshipDetails, UUID> UPSTREAM =
      field("upstreamId", "/upstreamId", "Upstream", Kinds.id(), RelationshipDetails::upstreamId);
  static final Field<RelationshipDetails, EntityType> ENTITY_TYPE =
      field(
              "entityType",
              "/entityType",
              "Entity type",
              Kinds.code(EntityType.CODES),
              RelationshipDetails::entityType)
          .mandatory()
          .help("What the entity is. Choose from the list.")
          .alsoCalled("Type of entity", "Type", "Entity", "TPMO type");
  static final Field<RelationshipDetails, String> ENTITY_TYPE_OTHER =
      field(
              "entityTypeOther",
              "/entityTypeOther",
              "Other entity type",
              Kinds.text(2, 100),
              RelationshipDetails::entityTypeOther)
          .anchoredTo("entityType")
          .help("What it is, when the entity type is Other.");
  static final Field<RelationshipDetails, String> LEGAL_NAME =
      field(
              "legalName",
              "/legalName",
              "Legal name",
              Kinds.text(2, 200),
              RelationshipDetails::legalName)
          .mandatory()
          .help("The name as registered.")
          .alsoCalled(
              "Name of Subcontractor / TPMO (legal)",
              "Name of Subcontractor",
              "TPMO name",
              "Subcontractor",
              "Company name",
              "Name",
              "Entity name");
  static final Field<RelationshipDetails, List<String>> TRADE_NAMES =
      field(
              "tradeNames",
              "/tradeNames",
              "Trade names (DBA)",
              Kinds.names(Kinds.text(2, 200), 10),
              RelationshipDetails::tradeNames)
          .help("Other names it does business under; separate several with semicolons.")
          .alsoCalled("DBA (if any)", "DBA", "Doing business as", "Trade name");
  static final Field<RelationshipDetails, String> NPN =
      field("npn", "/npn", "NPN", Formats.npn(), RelationshipDetails::npn)
          .help("National Producer Number. Required for sales or enrollment.")
          .alsoCalled("National Producer Number", "NPN #", "Producer number");
  static final Field<RelationshipDetails, String> EIN =
      field("ein", "/ein", "EIN", Formats.ein(), RelationshipDetails::ein)
          .help(
              "Employer Identification Number, nine digits such as 54-4873297. Never a Social Security number.")
          .alsoCalled("Tax ID (EIN)", "Tax ID", "TIN", "FEIN", "Employer Identification Number");
  static final Field<RelationshipDetails, Boolean> LICENSED =
      field(
              "licensedProducer",
              "/licensedProducer",
              "Licensed producer?",
              Kinds.truth(),
              RelationshipDetails::licensedProducer)
          .mandatory()
          .help("Yes if the entity holds a producer license.")
          .alsoCalled("Licensed", "Licensed agent?", "Licensed (Y/N)");
  static final Field<RelationshipDetails, String> LINE1 =
      field(
              "addressLine1",
              "/address/line1",
              "Street",
              Kinds.text(1, 200),
              d -> d.address().line1())
          .mandatory()
          .help("Street address.")
          .alsoCalled("Address", "Address 1", "Street address", "Address line 1");
  static final Field<RelationshipDetails, String> LINE2 =
      field(
              "addressLine2",
              "/address/line2",
              "Street, second line",
              Kinds.text(1, 200),
              d -> d.address().line2())
          .help("Suite, floor or unit.")
          .alsoCalled("Address 2", "Address line 2", "Suite");
  static final Field<RelationshipDetails, String> CITY =
      field("city", "/address/city", "City", Kinds.text(1, 100), d -> d.address().city())
          .mandatory()
          .help("City.")
          .alsoCalled("Town");
  static final Field<RelationshipDetails, UsState> STATE =
      field("state", "/address/state", "State", Kinds.code(UsState.CODES), d -> d.address().state())
          .help("State or territory; leave blank only outside the United States.")
          .alsoCalled("ST", "State/Territory", "Province", "State/Province", "State/Region");
  static final Field<RelationshipDetails, String> ZIP =
      field("zip", "/address/zip", "ZIP code", Formats.zip(), d -> d.address().zip())
          .help("Five digits, or nine with a dash; leave blank only outside the United States.")
          .alsoCalled("Zip", "Postal code", "ZIP+4", "Zip/Postal code", "Postal/Zip code");
  static final Field<RelationshipDetails, String> COUNTRY =
      field("country", "/address/country", "Country", Formats.country(), d -> d.address().country())
          .help("Two letters such as US. Blank means US.");
  static final Field<RelationshipDetails, String> CONTACT_NAME =
      field(
              "contactName",
              "/contact/name",
              "Contact name",
              Kinds.text(2, 200),
              d -> d.contact().name())
          .mandatory()
          .help("Whom to ask at this entity.")
          .alsoCalled("Contact", "Contact person", "Primary contact");
  static final Field<RelationshipDetails, String> CONTACT_TITLE =
      field(
              "contactTitle",
              "/contact/title",
              "Contact title",
              Kinds.text(1, 100),
              d -> d.contact().title())
          .help("The contact's title.")
          .alsoCalled("Title");
  static final Field<RelationshipDetails, String> CONTACT_EMAIL =
      field(
              "contactEmail",
              "/contact/email",
              "Contact e-mail",
              Formats.email(),
              d -> d.contact().email())
          .mandatory()
          .help("An e-mail address of the contact.")
          .alsoCalled("E-mail", "Email", "Email address", "Contact email");
  static final Field<RelationshipDetails, String> CONTACT_PHONE =
      field(
              "contactPhone",
              "/contact/phone",
              "Contact phone",
              Formats.phone(),
              d -> d.contact().phone())
          .help("A phone number of the contact.")
          .alsoCalled("Telephone", "Phone", "Phone number", "Contact telephone");
  static final Field<RelationshipDetails, List<TpmoFunction>> FUNCTIONS =
      field(
              "functions",
              "/functions",
              "Functions",
              Kinds.codes(TpmoFunction.CODES),
              RelationshipDetails::functions)
          .mandatory()
          .help("What it is paid for; separate several with semicolons.")
          .alsoCalled("Services provided", "Services", "Function", "Function(s)");
  static final Field<RelationshipDetails, List<LeadChannel>> LEAD_CHANNELS =
      field(
              "leadChannels",
              "/leadChannels",
              "Lead channels",
              Kinds.codes(LeadChannel.CODES),
              RelationshipDetails::leadChannels)
          .anchoredTo("functions")
          .help(
              "How leads are obtained; required for lead generation. Separate several with semicolons.")
          .alsoCalled("How leads are obtained", "Lead source", "Lead sources", "Lead channel");
  static final Field<RelationshipDetails, List<String>> WEBSITES =
      field(
              "websites",
              "/websites",
              "Websites",
              Kinds.webAddresses(Formats.website(), 50),
              RelationshipDetails::websites)
          .anchoredTo("functions")
          .help("Public web addresses used; separate several with semicolons.")
          .alsoCalled("Web site(s)", "Website", "URL", "Web address", "Website URL");
  static final Field<RelationshipDetails, List<String>> PHONE_NUMBERS =
      field(
              "phoneNumbers",
              "/phoneNumbers",
              "Phone numbers used",
              Kinds.phoneNumbers(Formats.phone(), 50),
              RelationshipDetails::phoneNumbers)
          .anchoredTo("functions")
          .help("Phone numbers used toward beneficiaries; separate several with semicolons.")
          .alsoCalled(
              "Toll free / tracking #s", "Toll free numbers", "Tracking numbers", "Phone numbers");
  static final Field<RelationshipDetails, List<UsState>> STATES_SERVED =
      field(
              "statesServed",
              "/statesServed",
              "States served",
              Kinds.codes(UsState.CODES),
              RelationshipDetails::statesServed)
          .help("Where it works; separate several with semicolons.")
          .alsoCalled("States", "Service area");
  static final Field<RelationshipDetails, List<Product>> PRODUCTS =
      field(
              "products",
              "/products",
              "Products",
              Kinds.codes(Product.CODES),
              RelationshipDetails::products)
          .help("What it markets or sells; separate several with semicolons.")
          .alsoCalled("Product types", "Product");
  static final Field<RelationshipDetails, CompensationBasis> COMPENSATION =
      field(
              "compensationBasis",
              "/compensationBasis",
              "Compensation basis",
              Kinds.code(CompensationBasis.CODES),
              RelationshipDetails::compensationBasis)
          .help("How it is compensated.")
          .alsoCalled("Compensation", "How compensated", "Payment basis");
  static final Field<RelationshipDetails, String> COMPENSATION_OTHER =
      field(
              "compensationOther",
              "/compensationOther",
              "Other compensation",
              Kinds.text(2, 100),
              RelationshipDetails::compensationOther)
          .anchoredTo("compensationBasis")
          .help("Which, when the compensation basis is Other.");
  static final Field<RelationshipDetails, LocalDate> AGREEMENT_DATE =
      field(
              "agreementDate",
              "/agreementDate",
              "Agreement date",
              Kinds.date(),
              RelationshipDetails::agreementDate)
          .help("Date of the written agreement.")
          .alsoCalled("Contract date", "Written agreement date", "Date of agreement");
  static final Field<RelationshipDetails, Boolean> SHARES_DATA =
      field(
              "sharesBeneficiaryData",
              "/sharesBeneficiaryData",
              "Shares beneficiary data?",
              Kinds.truth(),
              RelationshipDetails::sharesBeneficiaryData)
          .help("Yes if it shares beneficiary data with other TPMOs.")
          .alsoCalled(
              "Shares leads w/ other TPMOs? (Y/N)", "Shares data with other TPMOs", "Shares leads");
  static final Field<RelationshipDetails, String> CONSENT_METHOD =
      field(
              "consentMethod",
              "/consentMethod",
              "Consent method",
              Kinds.text(2, 200),
              RelationshipDetails::consentMethod)
          .anchoredTo("sharesBeneficiaryData")
          .help(
              "How prior express written consent is obtained; required when beneficiary data is shared.")
          .alsoCalled("Method of consent", "Consent");
  static final Field<RelationshipDetails, Boolean> RECORDS_CALLS =
      field(
              "recordsCalls",
              "/recordsCalls",
              "Records calls?",
              Kinds.truth(),
              RelationshipDetails::recordsCalls)
          .help("Yes if calls with beneficiaries are recorded.")
          .alsoCalled("Call recording", "Calls recorded");
  static final Field<RelationshipDetails, Boolean> OFFSHORE =
      field("offshore", "/offshore", "Offshore?", Kinds.truth(), RelationshipDetails::offshore)
          .mandatory()
          .help("Yes if any work is done outside the United States and its territories.")
          .alsoCalled("Offshore? (Y/N)", "Offshore (Y/N)");
  static final Field<RelationshipDetails, String> OFFSHORE_COUNTRY =
      field(
              "offshoreCountry",
              "/offshoreDetails/country",
              "Offshore country",
              Formats.country(),
              d -> d.offshoreDetails() == null ? null : d.offshoreDetails().country())
          .anchoredTo("offshore")
          .help("Where the work is done: two letters such as PH.");
  static final Field<RelationshipDetails, String> OFFSHORE_FUNCTION =
      field(
              "offshoreFunction",
              "/offshoreDetails/function",
              "Offshore function",
              Kinds.text(2, 200),
              d -> d.offshoreDetails() == null ? null : d.offshoreDetails().function())
          .anchoredTo("offshore")
          .help("What is done there.");
  static final Field<RelationshipDetails, Boolean> OFFSHORE_PHI =
      field(
              "offshorePhi",
              "/offshoreDetails/phiTouched",
              "PHI touched offshore?",
              Kinds.truth(),
              d -> d.offshoreDetails() == null ? null : d.offshoreDetails().phiTouched())
          .anchoredTo("offshore")
          .help("Yes if protected health information is received, processed or seen there.");
  static final Field<RelationshipDetails, String> OFFSHORE_ATTESTATION =
      field(
              "offshoreAttestation",
              "/offshoreDetails/attestationReference",
              "Offshore attestation reference",
              Kinds.text(1, 100),
              d -> d.offshoreDetails() == null ? null : d.offshoreDetails().attestationReference())
          .anchoredTo("offshore")
          .help("Reference of the offshore attestation given to the carrier.");
  static final Field<RelationshipDetails, LocalDate> START_DATE =
      field("startDate", "/startDate", "Start date", Kinds.date(), RelationshipDetails::startDate)
          .mandatory()
          .help("When the relationship began, or will begin within 90 days.")
          .alsoCalled("Effective date", "Begin date", "Start");
  static final Field<RelationshipDetails, LocalDate> END_DATE =
      field("endDate", "/endDate", "End date", Kinds.date(), RelationshipDetails::endDate)
          .help("When it ended, if it has; then give the reason too.")
          .alsoCalled("Term date", "Termination date", "End");
  static final Field<RelationshipDetails, String> END_REASON =
      field(
              "endReason",
              "/endReason",
              "End reason",
              Kinds.text(2, 500),
              RelationshipDetails::endReason)
          .anchoredTo("endDate")
          .help("Why it ended.")
          .alsoCalled("Reason for term", "Termination reason", "Reason for termination");
  static final Field<RelationshipDetails, LocalDate> KNOWN_ON =
      field("knownOn", "/knownOn", "Change known on", Kinds.date(), RelationshipDetails::knownOn)
          .mandatory()
          .help(
              "When you learned of the start, the change or the end; the carrier's notice period counts from here.")
          .alsoCalled("Date change known", "Date known", "Notice date");

  public static final FieldSet<RelationshipDetails> ALL =
      new FieldSet<>(
          List.of(
              OWN_REFERENCE,
              UPSTREAM,
              LEGAL_NAME,
              TRADE_NAMES,
              ENTITY_TYPE,
              ENTITY_TYPE_OTHER,
              NPN,
              EIN,
              LICENSED,
              FUNCTIONS,
              LEAD_CHANNELS,
              WEBSITES,
              PHONE_NUMBERS,
              LINE1,
              LINE2,
              CITY,
              STATE,
              ZIP,
              COUNTRY,
              CONTACT_NAME,
              CONTACT_TITLE,
              CONTACT_EMAIL,
              CONTACT_PHONE,
              STATES_SERVED,
              PRODUCTS,
              COMPENSATION,
              COMPENSATION_OTHER,
              AGREEMENT_DATE,
              SHARES_DATA,
              CONSENT_METHOD,
              RECORDS_CALLS,
              OFFSHORE,
              OFFSHORE_COUNTRY,
              OFFSHORE_FUNCTION,
              OFFSHORE_PHI,
              OFFSHORE_ATTESTATION,
              START_DATE,
              END_DATE,
              END_REASON,
              KNOWN_ON));

  private RelationshipFields() {}

  private static <T> Field<RelationshipDetails, T> field(
      String key,
      String pointer,
      String label,
      FieldKind<T> kind,
      Function<RelationshipDetails, @Nullable T> getter) {
    return Field.of(key, pointer, label, kind, getter);
  }
}
