package app.upline.demo;

import app.upline.identity.Role;
import java.util.List;

/**
 * Who can sign in to the demo: one person per role, and one more on each side to try being somebody
 * else.
 */
enum DemoPeople {
  HARBORLINE_REPORTER("Harborline Benefit Advisors LLC", "harborline", Role.AGENCY_REPORTER),
  HARBORLINE_ATTESTER("Harborline Benefit Advisors LLC", "harborline", Role.AGENCY_ATTESTER),
  HARBORLINE_ADMINISTRATOR(
      "Harborline Benefit Advisors LLC", "harborline", Role.AGENCY_ADMINISTRATOR),
  HARBORLINE_PRIVACY_OFFICER(
      "Harborline Benefit Advisors LLC", "harborline", Role.AGENCY_PRIVACY_OFFICER),
  BLUE_MESA_REPORTER("Blue Mesa Field Marketing LLC", "bluemesa", Role.AGENCY_REPORTER),
  BLUE_MESA_ATTESTER("Blue Mesa Field Marketing LLC", "bluemesa", Role.AGENCY_ATTESTER),
  SUMMIT_ANALYST("Summit Peak Health", "summitpeak", Role.CARRIER_ANALYST),
  SUMMIT_REVIEWER("Summit Peak Health", "summitpeak", Role.CARRIER_REVIEWER),
  SUMMIT_ADMINISTRATOR("Summit Peak Health", "summitpeak", Role.CARRIER_ADMINISTRATOR),
  SUMMIT_SECOND_ADMINISTRATOR(
      "Summit Peak Health", "summitpeak", Role.CARRIER_ADMINISTRATOR, "Second administrator"),
  SUMMIT_AUDITOR("Summit Peak Health", "summitpeak", Role.CARRIER_AUDITOR),
  SUMMIT_PRIVACY_OFFICER("Summit Peak Health", "summitpeak", Role.CARRIER_PRIVACY_OFFICER),
  GRANITE_REVIEWER("Granite Mutual Medicare", "granitemutual", Role.CARRIER_REVIEWER);

  /** Known to everybody who reads this: the demo answers to this machine only. */
  static final String PASSWORD = "demo-only-on-this-machine";

  private final String organisation;
  private final String domain;
  private final Role role;
  private final String title;

  DemoPeople(String organisation, String domain, Role role) {
    this(organisation, domain, role, titleOf(role));
  }

  DemoPeople(String organisation, String domain, Role role, String title) {
    this.organisation = organisation;
    this.domain = domain;
    this.role = role;
    this.title = title;
  }

  static List<DemoPeople> of(String organisation) {
    return List.of(values()).stream()
        .filter(person -> person.organisation.equals(organisation))
        .toList();
  }

  String organisation() {
    return organisation;
  }

  Role role() {
    return role;
  }

  /** The role as a name: nobody in the demo is a person. */
  String title() {
    return title;
  }

  private static String titleOf(Role role) {
    String word = role.name().substring(role.name().indexOf('_') + 1).replace('_', ' ');
    return word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  String email() {
    return title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "@" + domain + ".example";
  }
}
