package app.upline.incident;

import app.upline.platform.listing.FacetIndex;
import app.upline.platform.listing.Terms;
import app.upline.platform.text.Words;
import app.upline.record.RecordContent;
import app.upline.relationship.UsState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Under which keys of the inverted index an incident is found. */
public final class IncidentFacets {

  static final FacetIndex INDEX =
      new FacetIndex(
          "incident_facet", "agency_id", "incident_id", "incident r on r.id = f.incident_id");

  /** What may be the same incident has this in common; it serves the agency alone. */
  public static final String SAME = "same:";

  /** Derived from other records, so not among those {@link #of} a revision. */
  static final String REPEATED = "repeat:YES";

  public static final String LATE = "late:YES";

  static final String VOIDED = "voided:YES";

  private static final String HARM = "harm:YES";
  private static final int HASH = 32;

  private IncidentFacets() {}

  /** Every facet of a revision. */
  public static Set<String> of(String reference, IncidentDetails details) {
    Set<String> facets = new LinkedHashSet<>();
    facets.add(carrier(details.carrierId()));
    facets.add(period(details.period()));
    details.categories().forEach(category -> facets.add(category(category)));
    facets.add(severity(details.severity()));
    facets.add(state(details.state()));
    facets.add(source(details.source()));
    facets.add(outcome(details.investigation().outcome()));
    if (details.subject().npn() != null) {
      facets.add(npn(details.subject().npn()));
    }
    if (details.potentialHarm()) {
      facets.add(harm());
    }
    if (details.isVoided()) {
      facets.add(VOIDED);
    }
    facets.addAll(same(details));
    terms(reference, details).forEach(term -> facets.add(Terms.facet(term)));
    return facets;
  }

  /**
   * The words by which people look the revision up. What refers to a beneficiary is not among them:
   * a search stands in an address, and addresses are logged.
   */
  static Set<String> terms(String reference, IncidentDetails details) {
    List<String> words = new ArrayList<>(Words.of(details.subject().name()));
    words.add(Words.squeeze(reference));
    if (details.ownReference() != null) {
      words.add(Words.squeeze(details.ownReference()));
    }
    if (details.subject().npn() != null) {
      words.add(details.subject().npn());
    }
    if (details.plan().contractNumber() != null) {
      words.add(Words.squeeze(details.plan().contractNumber()));
    }
    if (details.ctmNumber() != null) {
      words.add(Words.squeeze(details.ctmNumber()));
    }
    return Terms.of(words);
  }

  static String searchText(Incident incident) {
    return Terms.searchText(terms(incident.reference(), incident.details()));
  }

  /** The subject's name without case and punctuation. */
  static String nameKey(IncidentDetails details) {
    return nameKey(details.subject().name());
  }

  private static String nameKey(String subjectName) {
    return String.join(" ", Words.ofQuery(subjectName));
  }

  /**
   * One facet for the subject's name and one for its NPN, each with the date and the primary
   * category: an incident that shares one of them may be the same. None is the same as one that was
   * voided.
   */
  static Set<String> same(IncidentDetails details) {
    return details.isVoided()
        ? Set.of()
        : same(
            details.subject().name(),
            details.subject().npn(),
            details.incidentDate(),
            details.discoveryDate(),
            details.primaryCategory());
  }

  static Set<String> same(
      String subjectName,
      @Nullable String npn,
      @Nullable LocalDate incidentDate,
      LocalDate discoveryDate,
      ViolationCategory category) {
    String when = incidentDate == null ? "known " + discoveryDate : incidentDate.toString();
    String rest = "|" + when + "|" + category;
    Set<String> facets = new LinkedHashSet<>();
    facets.add(hashed("name|" + nameKey(subjectName) + rest));
    if (npn != null) {
      facets.add(hashed("npn|" + npn + rest));
    }
    return facets;
  }

  public static String carrier(UUID carrierId) {
    return "carrier:" + carrierId;
  }

  public static String period(YearMonth period) {
    return "period:" + period;
  }

  public static String category(ViolationCategory category) {
    return "category:" + category.name();
  }

  public static String severity(Severity severity) {
    return "severity:" + severity.name();
  }

  public static String npn(String npn) {
    return "npn:" + npn;
  }

  public static String state(UsState state) {
    return "state:" + state.name();
  }

  public static String source(IncidentSource source) {
    return "source:" + source.name();
  }

  public static String outcome(InvestigationOutcome outcome) {
    return "outcome:" + outcome.name();
  }

  public static String harm() {
    return HARM;
  }

  /** A facet has room for so many characters only. */
  private static String hashed(String key) {
    return SAME + RecordContent.sha256(key).substring(0, HASH);
  }
}
