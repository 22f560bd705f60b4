package app.upline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.ServiceClasses;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls between the rooms. ArchUnit itself fails a rule whose left side matches nothing. */
class ArchitectureTest {

  private static final String[] SHEET_LIBRARIES = {
    "org.apache.poi..", "org.dhatim..", "de.siegmar..", "com.ctc.wstx.."
  };

  private static final Map<String, ArchRule> WALLS =
      Map.ofEntries(
          entry(
              "only the workbook room knows the sheet libraries",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline..")
                  .and()
                  .resideOutsideOfPackage("app.upline.workbook..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(SHEET_LIBRARIES)),
          entry(
              "the platform knows no feature",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline.platform..")
                  .should()
                  .dependOnClassesThat(
                      resideInAPackage("app.upline..")
                          .and(
                              resideOutsideOfPackages(
                                  "app.upline.platform..",
                                  "app.upline.api..",
                                  "app.upline.workbook.."))
                          .as("reside in a room of a feature"))),
          entry(
              "people know no organization's business",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline.identity..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "app.upline.agency..",
                      "app.upline.record..",
                      "app.upline.sheet..",
                      "app.upline.relationship..",
                      "app.upline.incident..",
                      "app.upline.submission..")),
          entry(
              "the audit trail knows nobody whose doings it tells of",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline.audit")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "app.upline.identity..",
                      "app.upline.agency..",
                      "app.upline.relationship..",
                      "app.upline.incident..",
                      "app.upline.submission..")),
          entry(
              "agencies know no register",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline.agency..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "app.upline.record..",
                      "app.upline.sheet..",
                      "app.upline.relationship..",
                      "app.upline.incident..",
                      "app.upline.submission..")),
          entry(
              "what records have in common knows no record",
              noClasses()
                  .that()
                  .resideInAnyPackage("app.upline.record..", "app.upline.sheet..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "app.upline.relationship..",
                      "app.upline.incident..",
                      "app.upline.submission..")),
          entry(
              "the register knows no incident and no submission",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline.relationship..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage("app.upline.incident..", "app.upline.submission..")),
          entry(
              "incidents know no submission",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline.incident..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("app.upline.submission..")),
          entry(
              "what is received knows nothing of what is made of it",
              noClasses()
                  .that()
                  .resideInAnyPackage(
                      "app.upline.platform..",
                      "app.upline.identity..",
                      "app.upline.agency..",
                      "app.upline.relationship..",
                      "app.upline.incident..",
                      "app.upline.submission..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "app.upline.attachment..",
                      "app.upline.beneficiary..",
                      "app.upline.oversight..",
                      "app.upline.period..")),
          entry(
              "figures are known to nobody whom they are of",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline..")
                  .and()
                  .resideOutsideOfPackage("app.upline.figures..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("app.upline.figures..")),
          entry(
              "a submission knows nothing of what carriers read of it",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline.submission")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("app.upline.disclosure..")),
          entry(
              "the work list, the search and notifications know nobody whose work it is, or who tells of what happened",
              noClasses()
                  .that()
                  .resideInAnyPackage(
                      "app.upline.work..", "app.upline.notification..", "app.upline.search..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "app.upline.agency..",
                      "app.upline.record..",
                      "app.upline.relationship..",
                      "app.upline.incident..",
                      "app.upline.submission..",
                      "app.upline.period..",
                      "app.upline.oversight..")),
          entry(
              "how long things are kept is known to nobody who makes them",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline..")
                  .and()
                  .resideOutsideOfPackages("app.upline", "app.upline.retention..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("app.upline.retention..")),
          entry(
              "features know neither the contract nor HTTP",
              noClasses()
                  .that()
                  .resideInAnyPackage(
                      "app.upline.audit",
                      "app.upline.agency",
                      "app.upline.agency.workbook",
                      "app.upline.identity",
                      "app.upline.identity.caller",
                      "app.upline.identity.limits",
                      "app.upline.identity.password",
                      "app.upline.identity.people",
                      "app.upline.identity.secondfactor",
                      "app.upline.identity.serviceaccount",
                      "app.upline.identity.session",
                      "app.upline.identity.singlesignon",
                      "app.upline.identity.token",
                      "app.upline.identity.workbook",
                      "app.upline.record",
                      "app.upline.sheet",
                      "app.upline.relationship",
                      "app.upline.relationship.workbook",
                      "app.upline.incident",
                      "app.upline.incident.workbook",
                      "app.upline.period",
                      "app.upline.submission",
                      "app.upline.disclosure",
                      "app.upline.disclosure.workbook",
                      "app.upline.attachment",
                      "app.upline.beneficiary",
                      "app.upline.oversight",
                      "app.upline.oversight.workbook",
                      "app.upline.retention",
                      "app.upline.figures",
                      "app.upline.figures.workbook",
                      "app.upline.work",
                      "app.upline.search",
                      "app.upline.notification",
                      "app.upline.publication")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage("app.upline.api..", "io.micronaut.http..")),
          entry(
              "features answer with an outcome, and never with a problem",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline..")
                  .and()
                  .resideOutsideOfPackages("app.upline.platform..", "app.upline.*.web")
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("app.upline.platform.problem..")),
          entry(
              "an outcome is told without HTTP",
              noClasses()
                  .that()
                  .resideInAnyPackage(
                      "app.upline.platform.outcome..",
                      "app.upline.platform.validation..",
                      "app.upline.platform.code..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "io.micronaut.http..",
                      "app.upline.api..",
                      "app.upline.platform.http..",
                      "app.upline.platform.problem..")),
          entry(
              "what is refused is said by Refusal alone",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline..")
                  .and()
                  .resideOutsideOfPackage("app.upline.platform.outcome..")
                  .and()
                  // Their javadoc says why.
                  .haveNameNotMatching(
                      "app\\.upline\\.identity\\.\\w+\\.(SignInResult|SingleSignOnResult|ServiceAccountTokens\\$Result)\\$.*")
                  .should()
                  .haveNameMatching(
                      ".*\\$(NotFound|Stale|WrongState|DraftExists|Conflict|Refused|Invalid|Malformed|Throttled)")),
          entry(
              "an expected version is a value and not a call back",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline..")
                  .should()
                  .dependOnClassesThat()
                  .belongToAnyOf(IntConsumer.class, LongConsumer.class)),
          entry(
              "codes are mapped by tables and switches, not by their spelling",
              noClasses()
                  .that()
                  .resideInAnyPackage("app.upline.*.web", "app.upline.*.model")
                  .and()
                  .resideOutsideOfPackage("app.upline.api..")
                  .should()
                  .accessTargetWhere(
                      DescribedPredicate.describe(
                          "looks a code up by its name",
                          access ->
                              access.getTargetOwner().isEnum()
                                  && Set.of("valueOf", "fromValue")
                                      .contains(access.getTarget().getName())))),
          entry(
              "transactions begin in the database's room, where a lost one is done again",
              noClasses()
                  .that()
                  .resideOutsideOfPackage("app.upline.platform.persistence..")
                  // Needs to know when the transaction ends, and does lost ones again itself.
                  .and()
                  .haveNameNotMatching("app\\.upline\\.audit\\.\\$?AuditTrail(\\$.*)?")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage("io.micronaut.transaction..", "jakarta.transaction..")),
          entry(
              "controllers know no SQL",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline.*.web")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage("app.upline.platform.persistence..", "java.sql..")));

  @TestFactory
  Stream<DynamicTest> everyWallStands() {
    return WALLS.entrySet().stream()
        .map(
            wall ->
                DynamicTest.dynamicTest(
                    wall.getKey(), () -> wall.getValue().check(ServiceClasses.all())));
  }

  @Test
  void noPackageNeedsOneThatNeedsIt() {
    slices().matching("app.upline.(**)").should().beFreeOfCycles().check(ServiceClasses.all());
  }

  @Test
  void aBreachOfAWallIsSeen() {
    ArchRule wrong =
        noClasses()
            .that()
            .resideInAPackage("app.upline.submission..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.upline.relationship..");
    assertThat(wrong.evaluate(ServiceClasses.all()).hasViolation()).isTrue();
  }
}
