package app.upline.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.incident.workbook.IncidentSheet;
import app.upline.relationship.workbook.RelationshipSheet;
import app.upline.workbook.Columns;
import app.upline.workbook.Heading;
import app.upline.workbook.Headings;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headings as forms, customer databases and carriers' own templates have them. */
class RealHeadingsTest {

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is called as we call it, or as we know that others do
          Legal name *                            | legalName
          LEGAL NAME (required)                   | legalName
          Company name                            | legalName
          Name of Subcontractor / TPMO (legal)    | legalName
          legal_name                              | legalName
          LegalName                               | legalName
          Start date (mm/dd/yyyy)                 | startDate
          Effective Date [MM/DD/YYYY]             | startDate
          Term date                               | endDate
          NPN (10 digits)                         | npn
          NPN #                                   | npn
          Tax ID (EIN)                            | ein
          E-mail                                  | contactEmail
          EMAIL ADDRESS                           | contactEmail
          Zip (5 or 9 digits)                     | zip
          ST                                      | state
          Offshore? (Y/N)                         | offshore
          Web site(s)                             | websites
          Website URL                             | websites
          State/Region                            | state
          State / Province                        | state
          Postal / Zip Code                       | zip
          # what resembles it
          Vendor legal name                       | legalName ?
          What is the company's legal name?       | legalName ?
          Business name                           | legalName ?
          Contract start date                     | startDate ?
          Contract effective date                 | startDate ?
          The relationship start date             | startDate ?
          Agreement end date                      | endDate ?
          Vendor e-mail                           | contactEmail ?
          Company phone                           | contactPhone ?
          Business address                        | addressLine1 ?
          Vendor type                             | entityType ?
          Stret address                           | -
          Street adress                           | addressLine1 ?
          Compensaton basis                       | compensationBasis ?
          Vendor website                          | websites ?
          Company EIN                             | ein ?
          # another date
          E&O effective date                      | -
          E & O Effective Date                    | -
          License effective date                  | -
          License expiration date                 | -
          Insurance start date                    | -
          Policy effective date                   | -
          Certification start date                | -
          Background check date                   | -
          Date of birth                           | -
          Renewal date                            | -
          Created date                            | -
          Last Modified Date                      | -
          Close Date                              | -
          Review date                             | -
          Effective date (E&O)                    | -
          Start date (insurance)                  | -
          # half a name, and other people
          First name                              | -
          Last name                               | -
          Contact First Name                      | -
          Contact Last Name                       | -
          Contact name (last)                     | -
          Your name                               | -
          Your email                              | -
          Respondent email                        | -
          Email (respondent)                      | -
          Submitter email                         | -
          Submitted by                            | -
          Prepared by                             | -
          Account owner                           | -
          Owner email                             | -
          Compliance contact e-mail               | -
          Billing contact name                    | -
          Emergency contact phone                 | -
          Fax                                     | -
          Agent name                              | -
          Upline NPN                              | -
          # a state, and what only looks like one
          Status                                  | -
          Account Status                          | -
          Contract status                         | -
          State of incorporation                  | -
          State of domicile                       | -
          Resident state                          | -
          Physical State                          | -
          Mailing State                           | -
          Billing State/Province                  | -
          State license number                    | -
          States licensed in                      | -
          County                                  | -
          Mailing Street                          | -
          Physical Street                         | -
          Billing Zip/Postal Code                 | -
          Alternate address                       | -
          # words that are one letter away from ours
          Contract name                           | -
          Contract title                          | -
          Contact date                            | -
          Content method                          | -
          Reserved states                         | -
          # other things that begin like ours
          NPN status                              | -
          EIN (SSN)                               | -
          Tax ID (SSN)                            | -
          Product notes                           | -
          Functions comment                       | -
          Website last reviewed                   | -
          Offshore review date                    | -
          End of term notes                       | -
          Legal name of parent                    | -
          Parent legal name                       | -
          Entity ID                               | -
          Number of states                        | -
          Compensation amount                     | -
          Notes                                   | -
          Column1                                 | -
          """)
  void ofRegisters(String heading, String expected) throws Exception {
    assertThat(read(RelationshipSheet.COLUMNS, "Reference,Upstream reference", heading))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Agent / staff name                      | subjectName
          Date agency became aware                | discoveryDate
          What happened                           | description
          Type of non-compliance                  | primaryCategory
          Was a beneficiary harmed? (Y/N)         | potentialHarm
          Disciplinary action taken               | actionType
          Date of the incident                    | incidentDate ?
          Root cause                              | rootCause
          Date reported to CMS                    | -
          Date reported to carrier                | -
          Date of birth                           | -
          Beneficiary name                        | -
          Agent phone                             | -
          Supervisor name                         | -
          Compliance officer name                 | -
          State of residence                      | -
          Agent resident state                    | -
          Status                                  | -
          Ticket status                           | -
          Incident report number                  | -
          Funding                                 | -
          Finding                                 | outcome
          Effective date                          | -
          Notes                                   | -
          """)
  void ofIncidents(String heading, String expected) throws Exception {
    assertThat(read(IncidentSheet.COLUMNS, "Reference,Subcontractor reference", heading))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Google Forms puts the respondent first
          Timestamp,Email Address,Legal name,NPN                        | -,contactEmail ?,legalName,npn
          Timestamp,Email Address,Legal name,NPN,Email                  | -,-,legalName,npn,-
          Timestamp,Email Address,Legal name,NPN,Contact e-mail         | -,-,legalName,npn,contactEmail
          # Microsoft Forms
          ID,Start time,Completion time,Email,Name,Legal name,NPN       | -,-,-,contactEmail ?,-,legalName,npn
          # SurveyMonkey
          Respondent ID,Collector ID,Start Date,End Date,Legal name,NPN | -,-,startDate ?,endDate ?,legalName,npn
          # and without a form's own columns they are what they say
          Start Date,End Date,Legal name,NPN                            | startDate,endDate,legalName,npn
          # two columns for one field
          Legal name,NPN,Email,Email address                            | legalName,npn,-,-
          Legal name,NPN,Phone,Telephone,Contact phone                  | legalName,npn,-,-,contactPhone
          Legal name,NPN,Vendor website,Company website                 | legalName,npn,-,-
          Legal name,Legal name,NPN,City                                | -,-,npn,city
          Name,Company name,NPN,City                                    | -,-,npn,city
          """)
  void togetherOnASheet(String headings, String expected) throws Exception {
    Headings found = find(RelationshipSheet.COLUMNS, headings);
    assertThat(
            found.headings().stream().map(RealHeadingsTest::shown).collect(Collectors.joining(",")))
        .isEqualTo(expected);
  }

  @Test
  void aTieIsUndoneByNamingOneOrLeavingOneOut() throws Exception {
    Headings tied = find(RelationshipSheet.COLUMNS, "Legal name,NPN,Email,Email address");
    assertThat(tied.ties().get("contactEmail"))
        .extracting(Heading::letter)
        .containsExactly("C", "D");
    assertThat(tied.with(java.util.Collections.singletonMap("C", null)).of("contactEmail"))
        .map(Heading::letter)
        .hasValue("D");
    assertThat(tied.with(java.util.Map.of("Email", "contactEmail")).of("contactEmail"))
        .map(Heading::letter)
        .hasValue("C");
  }

  @Test
  void everyHeadingOfOursIsReadAsWhatItIs() throws Exception {
    for (Columns columns : List.of(RelationshipSheet.COLUMNS, IncidentSheet.COLUMNS)) {
      String all =
          columns.all().stream()
              .map(column -> '"' + column.header() + '"')
              .collect(Collectors.joining(","));
      assertThat(find(columns, all).headings())
          .extracting(Heading::key)
          .containsExactlyElementsOf(columns.all().stream().map(c -> c.key()).toList());
    }
  }

  private String read(Columns columns, String anchors, String heading) throws Exception {
    return shown(
        find(columns, anchors + ",\"" + heading.replace("\"", "\"\"") + "\"").headings().getLast());
  }

  private Headings find(Columns columns, String line) throws Exception {
    Path file = Files.writeString(Files.createTempFile(folder, "sheet", ".csv"), line + "\n");
    try (Workbook workbook = Workbook.open(file, WorkbookLimits.defaults())) {
      return workbook.findHeadings(columns);
    }
  }

  private static String shown(Heading heading) {
    return switch (heading.confidence()) {
      case NONE -> "-";
      case GUESS -> heading.key() + " ?";
      case EXACT, ALIAS -> heading.key();
    };
  }
}
