package app.upline.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that programs for forms and surveys put before the answers: when a person answered,
 * and who. They are about the person who filled the form in, not about what the row is about.
 */
final class SurveyHeadings {

  /** By any of these sets the answers of a form are known. */
  private static final List<Set<String>> SIGNATURES =
      List.of(
          Set.of("timestamp"),
          Set.of("starttime", "completiontime"),
          Set.of("submissiondate"),
          Set.of("submissionid"),
          Set.of("submittedat"),
          Set.of("respondentid"),
          Set.of("responseid"),
          Set.of("recordeddate"),
          Set.of("collectorid"),
          Set.of("entryid", "entrydate"),
          Set.of("datesubmitted"),
          Set.of("createdbyuserid"));

  /** What is of the program and not of the form, where a form is known by its signature. */
  private static final Set<String> OF_THE_PROGRAM =
      Set.of(
          "timestamp",
          "starttime",
          "completiontime",
          "submissiondate",
          "submissionid",
          "submittedat",
          "respondentid",
          "responseid",
          "recordeddate",
          "collectorid",
          "entryid",
          "entrydate",
          "datesubmitted",
          "createdbyuserid",
          "id",
          "email",
          "emailaddress",
          "username",
          "name",
          "firstname",
          "lastname",
          "ipaddress",
          "startdate",
          "enddate",
          "status",
          "progress",
          "finished",
          "duration",
          "durationinseconds",
          "customdata1",
          "lastmodifiedtime",
          "language",
          "userlanguage",
          "totalpoints",
          "score",
          "recipientemail",
          "recipientfirstname",
          "recipientlastname",
          "externalreference",
          "locationlatitude",
          "locationlongitude",
          "distributionchannel");

  private SurveyHeadings() {}

  /** The indexes of those that are about who filled the form in; none where it is no form. */
  static Set<Integer> of(List<Heading> headings) {
    List<String> names = headings.stream().map(h -> HeadingText.compact(h.text())).toList();
    Set<Integer> found = new HashSet<>();
    if (SIGNATURES.stream().noneMatch(names::containsAll)) {
      return found;
    }
    // The program's own columns stand together, before the answers.
    for (int i = 0; i < names.size() && OF_THE_PROGRAM.contains(names.get(i)); i++) {
      found.add(headings.get(i).index());
    }
    return found;
  }
}
