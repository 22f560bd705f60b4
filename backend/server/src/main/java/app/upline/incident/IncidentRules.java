package app.upline.incident;

import static app.upline.incident.IncidentFields.*;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of DOMAIN section 4 that hold between the fields of an incident, the same for the API
 * and for workbooks. Each looks only at fields that are not faulty already.
 */
final class IncidentRules {

  static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private final IncidentDraft whole;
  private final Draft<IncidentDetails> draft;
  private final LocalDate today;

  private IncidentRules(IncidentDraft whole, LocalDate today) {
    this.whole = whole;
    this.draft = whole.incident();
    this.today = today;
  }

  /**
   * The record, or null after the draft has been told all that is wrong with it.
   *
   * @param before the record that is changed, null when it is new
   * @param today where the carrier is
   * @param newId names a new disciplinary action
   */
  static @Nullable IncidentDetails check(
      IncidentDraft whole,
      @Nullable IncidentDetails before,
      LocalDate today,
      Supplier<UUID> newId) {
    new IncidentRules(whole, today).check(before);
    return whole.faultless() ? IncidentFactory.record(whole, newId) : null;
  }

  private void check(@Nullable IncidentDetails before) {
    ALL.requireMandatory(draft);
    subject();
    dates();
    plan();
    categories();
    investigation();
    actions(before);
    FreeTexts.refuseNumbersIn(whole, before);
  }

  private void subject() {
    SubjectType type = draft.get(SUBJECT_TYPE);
    if (type == SubjectType.AGENT) {
      need(SUBJECT_NPN, "NPN_REQUIRED", "An NPN is required when the subject is an agent.");
    }
    if (type == SubjectType.SUBCONTRACTOR) {
      need(
          RELATIONSHIP,
          "RELATIONSHIP_REQUIRED",
          "Name the relationship in your register when the subject is a subcontractor.");
    } else if (type != null && draft.has(RELATIONSHIP)) {
      draft.fault(
          RELATIONSHIP,
          "NOT_A_SUBCONTRACTOR",
          "A row of the register is named, so the subject must be a subcontractor; or leave it out.");
    }
    if (draft.has(CTM_NUMBER) && draft.has(SOURCE) && draft.get(SOURCE) != IncidentSource.CTM) {
      draft.fault(
          CTM_NUMBER,
          "CTM_NUMBER_WITHOUT_CTM",
          "A CTM number is given, so the source must be CTM.");
    }
  }

  private void dates() {
    if (draft.has(DATE_UNKNOWN) && !draft.is(DATE_UNKNOWN)) {
      draft.set(DATE_UNKNOWN, null);
    }
    if (draft.is(DATE_UNKNOWN) && draft.has(INCIDENT_DATE)) {
      draft.fault(
          DATE_UNKNOWN,
          "INCIDENT_DATE_CONTRADICTION",
          "An incident date is given, so it is not unknown; leave out one of the two.");
    } else if (!draft.is(DATE_UNKNOWN) && draft.sound(DATE_UNKNOWN)) {
      need(
          INCIDENT_DATE,
          "INCIDENT_DATE_REQUIRED",
          "Enter the incident date, or mark it as unknown.");
    }
    plausible(INCIDENT_DATE);
    plausible(DISCOVERY_DATE);
    LocalDate incident = draft.get(INCIDENT_DATE);
    LocalDate discovery = draft.get(DISCOVERY_DATE);
    boolean comparable = draft.sound(INCIDENT_DATE) && draft.sound(DISCOVERY_DATE);
    if (incident != null && discovery != null && comparable && discovery.isBefore(incident)) {
      draft.fault(
          DISCOVERY_DATE,
          "DISCOVERED_BEFORE_INCIDENT",
          "The discovery date must not be before the incident date.");
    }
  }

  private void plan() {
    if (draft.has(PBP) || draft.has(PLAN_YEAR)) {
      need(
          CONTRACT_NUMBER,
          "CONTRACT_REQUIRED",
          "Give the contract number when there is a PBP or a plan year.");
    }
  }

  private void categories() {
    ViolationCategory primary = draft.get(PRIMARY_CATEGORY);
    if (primary == null) {
      return;
    }
    List<ViolationCategory> further =
        draft.list(FURTHER_CATEGORIES).stream().filter(other -> other != primary).toList();
    draft.set(FURTHER_CATEGORIES, further.isEmpty() ? null : further);
    Set<ViolationCategory> all =
        Stream.concat(Stream.of(primary), further.stream()).collect(Collectors.toSet());
    if (all.contains(ViolationCategory.OTHER)) {
      need(CATEGORY_OTHER, "CATEGORY_REQUIRED", "Describe the violation when a category is Other.");
    }
    if (!draft.has(SEVERITY) && draft.sound(SEVERITY) && draft.sound(FURTHER_CATEGORIES)) {
      draft.set(SEVERITY, SeverityDefaults.of(all));
    }
  }

  private void investigation() {
    if (!draft.has(OUTCOME) && draft.sound(OUTCOME)) {
      draft.set(OUTCOME, InvestigationOutcome.PENDING);
    }
    InvestigationOutcome outcome = draft.get(OUTCOME);
    if (!draft.has(INVESTIGATION_STATUS) && draft.sound(INVESTIGATION_STATUS)) {
      draft.set(
          INVESTIGATION_STATUS,
          outcome == InvestigationOutcome.PENDING
              ? InvestigationStatus.OPEN
              : InvestigationStatus.CLOSED);
    }
    boolean closed = draft.get(INVESTIGATION_STATUS) == InvestigationStatus.CLOSED;
    if (closed && outcome == InvestigationOutcome.PENDING) {
      draft.fault(
          OUTCOME, "OUTCOME_REQUIRED", "A closed investigation has an outcome other than pending.");
    }
    if (outcome == InvestigationOutcome.FOUNDED) {
      need(ROOT_CAUSE, "ROOT_CAUSE_REQUIRED", "Give the root cause of what was founded.");
    }
    investigationDates(closed);
  }

  private void investigationDates(boolean closed) {
    plausible(INVESTIGATION_START);
    plausible(INVESTIGATION_END);
    LocalDate start = draft.get(INVESTIGATION_START);
    LocalDate end = draft.get(INVESTIGATION_END);
    if (start != null && end != null && end.isBefore(start) && draft.sound(INVESTIGATION_END)) {
      draft.fault(
          INVESTIGATION_END, "END_BEFORE_START", "The investigation must not end before it began.");
    }
    if (end != null && !closed && draft.sound(INVESTIGATION_STATUS)) {
      draft.fault(
          INVESTIGATION_END,
          "INVESTIGATION_OPEN",
          "An investigation that is open has no end date; close it, or leave the date out.");
    }
  }

  private void actions(@Nullable IncidentDetails before) {
    Set<UUID> known = new HashSet<>();
    if (before != null) {
      before.disciplinaryActions().forEach(action -> known.add(action.id()));
    }
    for (Draft<DisciplinaryAction> action : whole.actions()) {
      DisciplineRules.check(action, today);
      UUID id = action.get(DisciplineFields.ID);
      if (id != null && !known.remove(id)) {
        action.fault(
            DisciplineFields.ID,
            "UNKNOWN_ACTION",
            "This incident has no disciplinary action of this id, or it stands twice; leave the id out of a new one.");
      }
    }
    if (draft.get(KIND) == IncidentKind.DISCIPLINE_ONLY
        && whole.actions().isEmpty()
        && draft.sound(IncidentDraft.ACTIONS)) {
      draft.fault(
          IncidentDraft.ACTIONS,
          "ACTION_REQUIRED",
          "A report of disciplinary action only needs at least one action.");
    }
  }

  private void plausible(Field<IncidentDetails, LocalDate> field) {
    LocalDate date = draft.get(field);
    if (date != null && date.isAfter(today)) {
      draft.fault(field, "IN_THE_FUTURE", "“" + field.label() + "” must not be in the future.");
    } else if (date != null && date.isBefore(EARLIEST)) {
      draft.fault(field, "TOO_EARLY", "“" + field.label() + "” must be 2000-01-01 or later.");
    }
  }

  private void need(Field<IncidentDetails, ?> field, String code, String message) {
    if (!draft.has(field) && draft.sound(field)) {
      draft.fault(field, code, message);
    }
  }
}
