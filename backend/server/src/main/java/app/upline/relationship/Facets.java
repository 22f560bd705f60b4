package app.upline.relationship;

import app.upline.agency.EntityType;
import app.upline.platform.listing.FacetIndex;
import app.upline.platform.listing.Terms;
import app.upline.platform.text.Words;
import app.upline.record.RecordContent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Under which keys of the inverted index a relationship is found. */
public final class Facets {

  static final FacetIndex INDEX =
      new FacetIndex(
          "relationship_facet",
          "agency_id",
          "relationship_id",
          "relationship r on r.id = f.relationship_id");

  /** Legal forms say nothing about which company it is. */
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(llc|inc|incorporated|corp|corporation|company|co|ltd|limited|lp|llp|pllc|pc)");

  /** What may be the same entity has one of these in common; they serve the agency alone. */
  public static final String SAME = "same:";

  static final String SAME_NPN = SAME + "npn:";
  static final String SAME_EIN = SAME + "ein:";
  static final String SAME_NAME = SAME + "name:";

  /** A facet has room for so many characters only. */
  private static final int HASH = 32;

  /** Written “&” as well, which is no word. */
  private static final String AND = "and";

  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://");

  private static final Pattern WWW = Pattern.compile("^(?i)www\\.");

  private Facets() {}

  /** Every facet of a revision. */
  public static Set<String> of(String reference, RelationshipDetails details) {
    Set<String> facets = new LinkedHashSet<>();
    facets.add(state(details.address().state()));
    facets.add(type(details.entityType()));
    facets.add(status(details.status()));
    details.functions().forEach(function -> facets.add(function(function)));
    if (!details.isVoided()) {
      facets.add(name(details.legalName()));
    }
    facets.addAll(EntityTraits.of(details).facets());
    terms(reference, details).forEach(term -> facets.add(Terms.facet(term)));
    facets.remove("");
    return facets;
  }

  /** The words by which people look the revision up. */
  static Set<String> terms(String reference, RelationshipDetails details) {
    List<String> words = new ArrayList<>(Words.of(details.legalName()));
    details.tradeNames().forEach(name -> words.addAll(Words.of(name)));
    words.add(Words.squeeze(reference));
    if (details.ownReference() != null) {
      words.add(Words.squeeze(details.ownReference()));
    }
    if (details.npn() != null) {
      words.add(details.npn());
    }
    if (details.ein() != null) {
      words.add(Words.squeeze(details.ein()));
    }
    words.addAll(addresses(details.contact().email()));
    phones(details).forEach(phone -> words.addAll(numbers(phone)));
    details.websites().forEach(website -> words.addAll(hosts(website)));
    return Terms.of(words);
  }

  private static Stream<String> phones(RelationshipDetails details) {
    return Stream.concat(
        Stream.ofNullable(details.contact().phone()), details.phoneNumbers().stream());
  }

  /** As it is dialed, and as it is dialed within its country. */
  private static List<String> numbers(String phone) {
    String digits = Words.squeeze(phone);
    return digits.length() == 11 && digits.startsWith("1")
        ? List.of(digits, digits.substring(1))
        : List.of(digits);
  }

  /** As a whole, and by the company that it is at. */
  private static List<String> addresses(String email) {
    return List.of(
        Words.squeeze(email), Words.squeeze(email.substring(email.lastIndexOf('@') + 1)));
  }

  /** With and without what every address begins with. */
  private static List<String> hosts(String website) {
    String address = SCHEME.matcher(website).replaceFirst("");
    return List.of(Words.squeeze(address), Words.squeeze(WWW.matcher(address).replaceFirst("")));
  }

  static String searchText(Relationship relationship) {
    return Terms.searchText(terms(relationship.reference(), relationship.details()));
  }

  public static String state(@Nullable UsState state) {
    return state == null ? "" : "state:" + state.name();
  }

  public static String type(EntityType type) {
    return "type:" + type.name();
  }

  public static String status(RelationshipStatus status) {
    return "status:" + status.name();
  }

  public static String function(TpmoFunction function) {
    return "function:" + function.name();
  }

  static String sameNpn(String npn) {
    return SAME_NPN + npn;
  }

  static String sameEin(String ein) {
    return SAME_EIN + Words.squeeze(ein);
  }

  static String sameName(String name) {
    return SAME_NAME + RecordContent.sha256(nameKey(name)).substring(0, HASH);
  }

  /**
   * The name without legal form, case and punctuation: two rows with the same one may be the same
   * entity.
   */
  public static String name(String legalName) {
    return "name:" + Terms.cut(nameKey(legalName));
  }

  /** What is left of a name when all is taken away in which people write one name differently. */
  private static String nameKey(String name) {
    String words =
        withoutSpacedForm(Words.ofQuery(name)).stream()
            .filter(word -> !word.equals(AND) && !LEGAL_FORM.matcher(word).matches())
            .collect(Collectors.joining());
    return words.isEmpty() ? Words.squeeze(name) : words;
  }

  /** “Keystone Media L. L. C.” ends with a legal form too. */
  private static List<String> withoutSpacedForm(List<String> words) {
    int letters = words.size();
    while (letters > 0 && words.get(letters - 1).length() == 1) {
      letters--;
    }
    for (int from = letters; from < words.size() - 1; from++) {
      if (LEGAL_FORM.matcher(String.join("", words.subList(from, words.size()))).matches()) {
        return words.subList(0, from);
      }
    }
    return words;
  }
}
