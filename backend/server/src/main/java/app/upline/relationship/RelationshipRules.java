package app.upline.relationship;

import static app.upline.relationship.RelationshipFields.*;

import app.upline.agency.EntityType;
import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.fields.TextsWithNumbers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of DOMAIN section 3 that hold between fields, the same for the API and for workbooks.
 * Each looks only at fields that are not faulty already.
 */
final class RelationshipRules {

  static final LocalDate EARLIEST_START = LocalDate.of(2000, 1, 1);
  static final int DAYS_AHEAD = 90;

  /** A US state or territory is not offshore. */
  private static final Set<String> UNITED_STATES = Set.of("US", "PR", "VI", "GU", "AS", "MP", "UM");

  private final Draft<RelationshipDetails> draft;
  private final LocalDate today;

  private RelationshipRules(Draft<RelationshipDetails> draft, LocalDate today) {
    this.draft = draft;
    this.today = today;
  }

  /** The record, or null after the draft has been told all that is wrong with it. */
  static @Nullable RelationshipDetails check(Draft<RelationshipDetails> draft, LocalDate today) {
    new RelationshipRules(draft, today).check();
    return draft.faultless() ? RelationshipDraft.record(draft) : null;
  }

  private void check() {
    if (!draft.has(COUNTRY) && draft.sound(COUNTRY)) {
      draft.set(COUNTRY, "US");
    }
    ALL.requireMandatory(draft);
    others();
    identification();
    address();
    leads();
    beneficiaryData();
    offshore();
    dates();
    TextsWithNumbers.refuse(ALL, draft, null, List.of());
  }

  private void others() {
    if (draft.get(ENTITY_TYPE) == EntityType.OTHER) {
      need(ENTITY_TYPE_OTHER, "ENTITY_TYPE_REQUIRED", "Describe the entity type when it is Other.");
    }
    if (draft.get(COMPENSATION) == CompensationBasis.OTHER) {
      need(
          COMPENSATION_OTHER,
          "COMPENSATION_REQUIRED",
          "Describe the compensation basis when it is Other.");
    }
  }

  private void identification() {
    List<TpmoFunction> functions = draft.list(FUNCTIONS);
    if (functions.contains(TpmoFunction.SALES) || functions.contains(TpmoFunction.ENROLLMENT)) {
      need(
          NPN,
          "NPN_REQUIRED",
          "An NPN is required when the functions include sales or enrollment.");
    }
  }

  private void address() {
    if ("US".equals(draft.get(COUNTRY))) {
      need(STATE, "REQUIRED", "“State” is required in the United States.");
      need(ZIP, "REQUIRED", "“ZIP code” is required in the United States.");
    }
  }

  private void leads() {
    List<TpmoFunction> functions = draft.list(FUNCTIONS);
    if (functions.contains(TpmoFunction.LEAD_GENERATION)) {
      need(
          LEAD_CHANNELS,
          "LEAD_CHANNEL_REQUIRED",
          "Enter how leads are obtained when the functions include lead generation.");
    }
    boolean reachesOut =
        functions.contains(TpmoFunction.LEAD_GENERATION)
            || functions.contains(TpmoFunction.MARKETING);
    boolean reachable =
        draft.has(WEBSITES)
            || draft.has(PHONE_NUMBERS)
            || !draft.sound(WEBSITES)
            || !draft.sound(PHONE_NUMBERS);
    if (reachesOut && !reachable) {
      draft.fault(
          WEBSITES,
          "WEBSITE_OR_PHONE_REQUIRED",
          "Give at least one website or phone number used, since the functions include lead generation or marketing.");
    }
  }

  /** 42 CFR 422.2274(g)(4): sharing needs prior express written consent. */
  private void beneficiaryData() {
    if (draft.is(SHARES_DATA)) {
      need(
          CONSENT_METHOD,
          "CONSENT_METHOD_REQUIRED",
          "Enter how consent is obtained when beneficiary data is shared with other TPMOs.");
    }
  }

  private void offshore() {
    List<Field<RelationshipDetails, ?>> block =
        List.of(OFFSHORE_COUNTRY, OFFSHORE_FUNCTION, OFFSHORE_PHI, OFFSHORE_ATTESTATION);
    String country = draft.get(OFFSHORE_COUNTRY);
    if (country != null && UNITED_STATES.contains(country)) {
      draft.fault(
          OFFSHORE_COUNTRY,
          "NOT_OFFSHORE",
          "The United States and its territories are not offshore.");
    }
    if (!draft.has(OFFSHORE)) {
      return;
    }
    boolean none = block.stream().allMatch(field -> !draft.has(field) && draft.sound(field));
    if (draft.is(OFFSHORE) && none) {
      draft.fault(
          "/offshoreDetails",
          "OFFSHORE_DETAILS_REQUIRED",
          "Offshore work needs its country, what is done there, whether PHI is touched, and the attestation reference.");
    } else if (draft.is(OFFSHORE)) {
      block.forEach(
          field ->
              need(
                  field,
                  "REQUIRED",
                  "“" + field.label() + "” is required when work is done offshore."));
    } else if (!none) {
      draft.fault(
          OFFSHORE,
          "OFFSHORE_CONTRADICTION",
          "Offshore details are given, so this must be Yes; or take the details out.");
    }
  }

  private void dates() {
    LocalDate start = draft.get(START_DATE);
    LocalDate end = draft.get(END_DATE);
    if (start != null && start.isBefore(EARLIEST_START)) {
      draft.fault(START_DATE, "START_TOO_EARLY", "The start date must be 2000-01-01 or later.");
    }
    if (start != null && start.isAfter(today.plusDays(DAYS_AHEAD))) {
      draft.fault(
          START_DATE,
          "START_TOO_LATE",
          "The start date must be at most " + DAYS_AHEAD + " days ahead.");
    }
    if (start != null && end != null && end.isBefore(start)) {
      draft.fault(END_DATE, "END_BEFORE_START", "The end date must not be before the start date.");
    }
    if (end != null && draft.sound(END_DATE)) {
      need(END_REASON, "END_REASON_REQUIRED", "Give the reason when there is an end date.");
    }
    if (end == null && draft.sound(END_DATE) && draft.has(END_REASON)) {
      draft.fault(
          END_REASON, "END_DATE_REQUIRED", "A reason for the end is given without an end date.");
    }
    notAhead(AGREEMENT_DATE);
    notAhead(KNOWN_ON);
  }

  private void notAhead(Field<RelationshipDetails, LocalDate> field) {
    LocalDate date = draft.get(field);
    if (date != null && date.isAfter(today)) {
      draft.fault(field, "IN_THE_FUTURE", "“" + field.label() + "” must not be in the future.");
    }
  }

  private void need(Field<RelationshipDetails, ?> field, String code, String message) {
    if (!draft.has(field) && draft.sound(field)) {
      draft.fault(field, code, message);
    }
  }
}
