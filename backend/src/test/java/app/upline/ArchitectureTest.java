package app.upline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls between the rooms. ArchUnit itself fails a rule whose left side matches nothing. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("app.upline");

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
                  .resideOutsideOfPackage("app.upline.platform.workbook..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(SHEET_LIBRARIES)),
          entry(
              "the platform knows no feature",
              noClasses()
                  .that()
                  .resideInAPackage("app.upline.platform..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(
                      "app.upline.audit..",
                      "app.upline.agency..",
                      "app.upline.record..",
                      "app.upline.sheet..",
                      "app.upline.relationship..",
                      "app.upline.incident..",
                      "app.upline.submission..",
                      "app.upline.demo..")),
          entry(
              "people know no organisation's business",
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
              "features know neither the contract nor HTTP",
              noClasses()
                  .that()
                  .resideInAnyPackage(
                      "app.upline.audit",
                      "app.upline.agency",
                      "app.upline.agency.workbook",
                      "app.upline.identity",
                      "app.upline.record",
                      "app.upline.sheet",
                      "app.upline.relationship",
                      "app.upline.relationship.workbook",
                      "app.upline.incident",
                      "app.upline.incident.workbook",
                      "app.upline.period",
                      "app.upline.submission",
                      "app.upline.submission.workbook",
                      "app.upline.attachment",
                      "app.upline.beneficiary",
                      "app.upline.oversight",
                      "app.upline.oversight.workbook",
                      "app.upline.figures")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage("app.upline.api..", "io.micronaut.http..")),
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
        .map(wall -> DynamicTest.dynamicTest(wall.getKey(), () -> wall.getValue().check(CLASSES)));
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
    assertThat(wrong.evaluate(CLASSES).hasViolation()).isTrue();
  }
}
