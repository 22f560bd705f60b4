package app.upline.incident;

import app.upline.platform.fields.Field;
import app.upline.platform.fields.FieldKind;
import app.upline.platform.fields.FieldSet;
import app.upline.platform.fields.Kinds;
import app.upline.relationship.Formats;
import app.upline.relationship.UsState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every field of an incident, once: for the API, for workbooks, for differences (DOMAIN section 4).
 * Those of its disciplinary actions are {@link DisciplineFields}.
 */
public final class IncidentFields {

  static final Field<IncidentDetails, String> OWN_REFERENCE =
      field(
              "ownReference",
              "/ownReference",
              "Your reference",
              Kinds.reference(1, 60),
              IncidentDetails::ownReference)
          .help(
              "Your own number for this incident, if you keep one. It must be different for each row.")
          .alsoCalled("Our reference", "Agency reference", "Internal ID", "Case number", "Case #");
  static final Field<IncidentDetails, UUID> CARRIER =
      field("carrierId", "/carrierId", "Carrier", Kinds.id(), IncidentDetails::carrierId)
          .mandatory()
          .help("The carrier concerned.")
          .alsoCalled("Carrier name", "Health plan", "Plan sponsor");
  static final Field<IncidentDetails, IncidentKind> KIND =
      field("kind", "/kind", "Kind", Kinds.code(IncidentKind.CODES), IncidentDetails::kind)
          .mandatory()
          .help("What kind of report this is. Choose from the list.")
          .alsoCalled("Kind of report", "Report type", "Type of report");
  static final Field<IncidentDetails, Boolean> INTERACTION =
      field(
              "beneficiaryInteraction",
              "/beneficiaryInteraction",
              "Beneficiary interaction?",
              Kinds.truth(),
              IncidentDetails::beneficiaryInteraction)
          .mandatory()
          .help("Yes if it is associated with an interaction with a beneficiary.")
          .alsoCalled(
              "Associated with a beneficiary interaction?", "Beneficiary interaction (Y/N)");
  static final Field<IncidentDetails, SubjectType> SUBJECT_TYPE =
      field(
              "subjectType",
              "/subject/type",
              "Subject type",
              Kinds.code(SubjectType.CODES),
              d -> d.subject().type())
          .mandatory()
          .help("Whose conduct it is about. Choose from the list.")
          .alsoCalled("Role", "Subject role", "Type of subject", "Who");
  static final Field<IncidentDetails, String> SUBJECT_NAME =
      field(
              "subjectName",
              "/subject/name",
              "Subject name",
              Kinds.text(2, 200),
              d -> d.subject().name())
          .mandatory()
          .help("The name of the agent, the staff member, the agency or the subcontractor.")
          .alsoCalled(
              "Agent / staff name",
              "Agent/staff name",
              "Agent name",
              "Staff name",
              "Name of agent",
              "Name");
  static final Field<IncidentDetails, String> SUBJECT_NPN =
      field("subjectNpn", "/subject/npn", "Subject NPN", Formats.npn(), d -> d.subject().npn())
          .help("National Producer Number. Required for an agent.")
          .alsoCalled("Agent NPN", "NPN", "NPN #", "National Producer Number", "Producer number");
  static final Field<IncidentDetails, UUID> RELATIONSHIP =
      field(
              "relationshipId",
              "/subject/relationshipId",
              "Subcontractor",
              Kinds.id(),
              d -> d.subject().relationshipId())
          .anchoredTo("subjectType")
          .help("The row of your register, when the subject is a subcontractor.")
          .alsoCalled("Subcontractor reference", "Relationship reference", "TPMO reference");
  static final Field<IncidentDetails, LocalDate> INCIDENT_DATE =
      field(
              "incidentDate",
              "/incidentDate",
              "Incident date",
              Kinds.date(),
              IncidentDetails::incidentDate)
          .help("When it happened; leave blank only when that is not known.")
          .alsoCalled(
              "Date of occurrence",
              "Date of incident",
              "Occurrence date",
              "Date occurred",
              "Date of violation");
  static final Field<IncidentDetails, Boolean> DATE_UNKNOWN =
      field(
              "incidentDateUnknown",
              "/incidentDateUnknown",
              "Incident date unknown?",
              Kinds.truth(),
              IncidentDetails::incidentDateUnknown)
          .anchoredTo("incidentDate")
          .help("Yes if it is not known when it happened.")
          .alsoCalled("Date unknown");
  static final Field<IncidentDetails, LocalDate> DISCOVERY_DATE =
      field(
              "discoveryDate",
              "/discoveryDate",
              "Discovery date",
              Kinds.date(),
              IncidentDetails::discoveryDate)
          .mandatory()
          .help("When you became aware; its month is the reporting period.")
          .alsoCalled(
              "Date agency became aware",
              "Date aware",
              "Date discovered",
              "Date of discovery",
              "Date reported to agency");
  static final Field<IncidentDetails, UsState> STATE =
      field("state", "/state", "State", Kinds.code(UsState.CODES), IncidentDetails::state)
          .mandatory()
          .help("State or territory where it happened.")
          .alsoCalled("ST", "State/Territory", "Beneficiary state");
  static final Field<IncidentDetails, ContactChannel> CHANNEL =
      field(
              "channel",
              "/channel",
              "Channel",
              Kinds.code(ContactChannel.CODES),
              IncidentDetails::channel)
          .mandatory()
          .help("How the contact took place. Choose from the list.")
          .alsoCalled(
              "How did the contact take place",
              "Contact channel",
              "Contact method",
              "Method of contact");
  static final Field<IncidentDetails, IncidentSource> SOURCE =
      field(
              "source",
              "/source",
              "Source",
              Kinds.code(IncidentSource.CODES),
              IncidentDetails::source)
          .mandatory()
          .help("Who or what raised the issue. Choose from the list.")
          .alsoCalled(
              "Who raised the issue",
              "Raised by",
              "Reported by",
              "How identified",
              "Source of issue");
  static final Field<IncidentDetails, String> CTM_NUMBER =
      field(
              "ctmNumber",
              "/ctmNumber",
              "CTM number",
              Kinds.form(1, 30, IncidentFormats::reference),
              IncidentDetails::ctmNumber)
          .anchoredTo("source")
          .help("Number in CMS's Complaint Tracking Module, when it came from there.")
          .alsoCalled("CTM ID", "CTM #", "Complaint number");
  static final Field<IncidentDetails, String> CONTRACT_NUMBER =
      field(
              "contractNumber",
              "/plan/contractNumber",
              "Contract number",
              IncidentFormats.contractNumber(),
              d -> d.plan().contractNumber())
          .help("CMS contract number, such as H0672.")
          .alsoCalled("Contract", "Contract #", "Contract/PBP", "H number", "Plan contract");
  static final Field<IncidentDetails, String> PBP =
      field("pbp", "/plan/pbp", "PBP", IncidentFormats.pbp(), d -> d.plan().pbp())
          .anchoredTo("contractNumber")
          .help("Plan benefit package, three digits such as 001.")
          .alsoCalled("Plan benefit package", "PBP #", "Plan ID");
  static final Field<IncidentDetails, Integer> PLAN_YEAR =
      field("planYear", "/plan/year", "Plan year", Kinds.whole(2006, 2100), d -> d.plan().year())
          .anchoredTo("contractNumber")
          .help("The plan year, such as 2027.")
          .alsoCalled("Contract year", "Year");
  static final Field<IncidentDetails, String> BENEFICIARY_REFERENCE =
      field(
              "beneficiaryReference",
              "/beneficiaryReference",
              "Beneficiary reference",
              Kinds.form(1, 60, IncidentFormats::beneficiaryReference),
              IncidentDetails::beneficiaryReference)
          .help(
              "An application or confirmation number. Never a name, an MBI or a Social Security number.")
          .alsoCalled(
              "Application number", "Confirmation number", "Application ID", "Application #");
  static final Field<IncidentDetails, Integer> BENEFICIARIES_AFFECTED =
      field(
              "beneficiariesAffected",
              "/beneficiariesAffected",
              "Beneficiaries affected",
              Kinds.whole(0, 10_000_000),
              IncidentDetails::beneficiariesAffected)
          .mandatory()
          .help("How many beneficiaries are affected; 0 when none is.")
          .alsoCalled(
              "# of beneficiaries", "Number of beneficiaries", "Beneficiaries", "Members affected");
  static final Field<IncidentDetails, ViolationCategory> PRIMARY_CATEGORY =
      field(
              "primaryCategory",
              "/primaryCategory",
              "Category",
              Kinds.code(ViolationCategory.CODES),
              IncidentDetails::primaryCategory)
          .mandatory()
          .help("What was violated, above all. Choose from the list.")
          .alsoCalled(
              "Type of non-compliance",
              "Type of noncompliance",
              "Violation",
              "Violation category",
              "Violation type",
              "Type of violation",
              "Primary category");
  static final Field<IncidentDetails, List<ViolationCategory>> FURTHER_CATEGORIES =
      field(
              "furtherCategories",
              "/furtherCategories",
              "Further categories",
              Kinds.codes(ViolationCategory.CODES),
              IncidentDetails::furtherCategories)
          .anchoredTo("primaryCategory")
          .help("What else was violated; separate several with semicolons.")
          .alsoCalled("Other categories", "Secondary categories", "Additional categories");
  static final Field<IncidentDetails, String> CATEGORY_OTHER =
      field(
              "categoryOther",
              "/categoryOther",
              "Other category",
              Kinds.text(2, 100),
              IncidentDetails::categoryOther)
          .anchoredTo("primaryCategory")
          .help("What it is, when a category is Other.");
  static final Field<IncidentDetails, String> CITATION =
      field("citation", "/citation", "Citation", Kinds.text(2, 200), IncidentDetails::citation)
          .help("The requirement breached, such as 42 CFR 422.2264(c)(3).")
          .alsoCalled("Requirement breached", "Regulation", "Requirement", "Rule violated");
  static final Field<IncidentDetails, String> DESCRIPTION =
      field(
              "description",
              "/description",
              "Description",
              Kinds.prose(20, 4_000),
              IncidentDetails::description)
          .mandatory()
          .help(
              "What happened, in 20 to 4,000 characters, without names or numbers of beneficiaries.")
          .alsoCalled(
              "What happened", "Details", "Narrative", "Description of incident", "Summary");
  static final Field<IncidentDetails, Boolean> HARM =
      field(
              "potentialHarm",
              "/potentialHarm",
              "Potential beneficiary harm?",
              Kinds.truth(),
              IncidentDetails::potentialHarm)
          .mandatory()
          .help("Yes if a beneficiary was or may have been harmed.")
          .alsoCalled(
              "Was a beneficiary harmed? (Y/N)",
              "Was a beneficiary harmed?",
              "Beneficiary harm",
              "Harm",
              "Harm (Y/N)");
  static final Field<IncidentDetails, Boolean> ENROLLMENT_AFFECTED =
      field(
              "enrollmentAffected",
              "/enrollmentAffected",
              "Enrollment affected?",
              Kinds.truth(),
              IncidentDetails::enrollmentAffected)
          .mandatory()
          .help("Yes if a beneficiary's enrollment is or may be affected.")
          .alsoCalled("Enrollment impacted?", "Enrollment affected (Y/N)", "Enrollment impact");
  static final Field<IncidentDetails, Severity> SEVERITY =
      field(
              "severity",
              "/severity",
              "Severity",
              Kinds.code(Severity.CODES),
              IncidentDetails::severity)
          .help("How serious it is; leave blank for the default of its category.")
          .alsoCalled("Severity level", "Risk level", "Priority");
  static final Field<IncidentDetails, InvestigationStatus> INVESTIGATION_STATUS =
      field(
              "investigationStatus",
              "/investigation/status",
              "Investigation status",
              Kinds.code(InvestigationStatus.CODES),
              d -> d.investigation().status())
          .anchoredTo("outcome")
          .help("Open or closed; blank means closed once there is an outcome.")
          .alsoCalled("Status of investigation");
  static final Field<IncidentDetails, InvestigationOutcome> OUTCOME =
      field(
              "outcome",
              "/investigation/outcome",
              "Outcome",
              Kinds.code(InvestigationOutcome.CODES),
              d -> d.investigation().outcome())
          .help("What the investigation found; blank means pending.")
          .alsoCalled(
              "Result of investigation",
              "Investigation result",
              "Finding",
              "Result",
              "Investigation outcome");
  static final Field<IncidentDetails, LocalDate> INVESTIGATION_START =
      field(
              "investigationStart",
              "/investigation/startDate",
              "Investigation start",
              Kinds.date(),
              d -> d.investigation().startDate())
          .anchoredTo("outcome")
          .help("When the investigation began.")
          .alsoCalled("Investigation start date", "Date investigation began");
  static final Field<IncidentDetails, LocalDate> INVESTIGATION_END =
      field(
              "investigationEnd",
              "/investigation/endDate",
              "Investigation end",
              Kinds.date(),
              d -> d.investigation().endDate())
          .anchoredTo("outcome")
          .help("When the investigation was closed.")
          .alsoCalled("Investigation end date", "Date investigation closed", "Date closed");
  static final Field<IncidentDetails, RootCause> ROOT_CAUSE =
      field(
              "rootCause",
              "/investigation/rootCause",
              "Root cause",
              Kinds.code(RootCause.CODES),
              d -> d.investigation().rootCause())
          .anchoredTo("outcome")
          .help("Why it happened; required when founded.")
          .alsoCalled("Cause", "Reason for violation");
  static final Field<IncidentDetails, String> RECORDING =
      field(
              "recordingReference",
              "/evidence/recordingReference",
              "Recording reference",
              Kinds.text(1, 100),
              d -> d.evidence().recordingReference())
          .help("Where the recording of the call is kept.")
          .alsoCalled("Call recording", "Recording ID", "Call ID");
  static final Field<IncidentDetails, String> CONSENT_CERTIFICATE =
      field(
              "consentCertificateReference",
              "/evidence/consentCertificateReference",
              "Consent certificate",
              Kinds.text(1, 100),
              d -> d.evidence().consentCertificateReference())
          .help("Reference of the certificate of consent to be contacted.")
          .alsoCalled("Consent certificate reference", "TrustedForm", "Jornaya ID", "Lead ID");
  static final Field<IncidentDetails, List<String>> DOCUMENTS =
      field(
              "documentReferences",
              "/evidence/documentReferences",
              "Documents",
              Kinds.names(Kinds.text(1, 200), 20),
              d -> d.evidence().documentReferences())
          .help("Where other evidence is kept; separate several with semicolons.")
          .alsoCalled("Evidence", "Document references", "Attachments");
  static final Field<IncidentDetails, String> LATE_REASON =
      field(
              "lateReason",
              "/lateReason",
              "Late reason",
              Kinds.text(5, 500),
              IncidentDetails::lateReason)
          .anchoredTo("discoveryDate")
          .help("Why it is reported late, when it is.")
          .alsoCalled("Reason for late report", "Reason for delay");

  public static final FieldSet<IncidentDetails> ALL =
      new FieldSet<>(
          List.of(
              OWN_REFERENCE,
              CARRIER,
              KIND,
              INTERACTION,
              SUBJECT_TYPE,
              SUBJECT_NAME,
              SUBJECT_NPN,
              RELATIONSHIP,
              INCIDENT_DATE,
              DATE_UNKNOWN,
              DISCOVERY_DATE,
              STATE,
              CHANNEL,
              SOURCE,
              CTM_NUMBER,
              CONTRACT_NUMBER,
              PBP,
              PLAN_YEAR,
              BENEFICIARY_REFERENCE,
              BENEFICIARIES_AFFECTED,
              PRIMARY_CATEGORY,
              FURTHER_CATEGORIES,
              CATEGORY_OTHER,
              CITATION,
              DESCRIPTION,
              HARM,
              ENROLLMENT_AFFECTED,
              SEVERITY,
              INVESTIGATION_STATUS,
              OUTCOME,
              INVESTIGATION_START,
              INVESTIGATION_END,
              ROOT_CAUSE,
              RECORDING,
              CONSENT_CERTIFICATE,
              DOCUMENTS,
              LATE_REASON));

  private IncidentFields() {}

  private static <T> Field<IncidentDetails, T> field(
      String key,
      String pointer,
      String label,
      FieldKind<T> kind,
      Function<IncidentDetails, @Nullable T> getter) {
    return Field.of(key, pointer, label, kind, getter);
  }
}
