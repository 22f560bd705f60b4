package app.upline.workbook;

import static app.upline.workbook.Fixtures.COLUMNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingsTest {

  @TempDir Path folder;

  @Test
  void caseSpacesPunctuationAndHintsInBracketsDoNotMatter() throws Exception {
    assertThat(found("LEGAL  NAME *,Email:,start-date (mm/dd/yyyy),[required] seats"))
        .containsExactly("name EXACT", "email EXACT", "start EXACT", "seats EXACT");
  }

  @Test
  void otherNamesAreRecognizedAsSuch() throws Exception {
    assertThat(found("Company,npn #,Term Date,#"))
        .containsExactly("name ALIAS", "number ALIAS", "end ALIAS", "null NONE");
  }

  @Test
  void whatOnlyResemblesANameIsAGuess() throws Exception {
    assertThat(
            found("Company's legal name,Lisense number,The start date of contract,Favorite color"))
        .containsExactly("name GUESS", "number GUESS", "start GUESS", "null NONE");
  }

  @Test
  void oneSharedWordOfTwoIsNotEnoughForAGuess() throws Exception {
    assertThat(found("Legal name,Email,Contract date,Birth date"))
        .containsExactly("name EXACT", "email EXACT", "null NONE", "null NONE");
  }

  @Test
  void aColumnIsProposedOnceAndTheSurerHeadingGetsIt() throws Exception {
    assertThat(found("Name (legal),Company,Legal name,Seats"))
        .containsExactly("null NONE", "null NONE", "name EXACT", "seats EXACT");
  }

  @Test
  void ofEquallySureHeadingsNoneGetsIt() throws Exception {
    Headings headings = headings("Legal name,Company,Legal name,Seats");
    assertThat(keys(headings))
        .containsExactly("null NONE", "null NONE", "null NONE", "seats EXACT");
    assertThat(headings.ties().get("name")).extracting(Heading::letter).contains("A", "C");
  }

  @Test
  void aTableAboveTheHeadingsIsToldOfAndATitleIsNot() throws Exception {
    String active = "Legal name,NPN,Seats\nFirst LLC,1,2\nSecond LLC,2,3\n\n";
    String ended = "Legal name,NPN,Seats,Start date,End date\nThird LLC,3,4,,\n";
    assertThat(notices("Active vendors\n" + active + "Terminated vendors\n" + ended))
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.code()).isEqualTo(Notice.Code.ROWS_ABOVE_NOT_READ);
              assertThat(notice.message()).contains("Row 2 ", "row 7");
            });
    assertThat(notices("Register\nLegal name,As of June\nExamples below\n" + ended)).isEmpty();
    assertThat(notices("Legal name,NPN,,,\n" + ended)).isEmpty();
  }

  private List<Notice> notices(String csv) throws Exception {
    try (Workbook workbook = Workbook.open(Fixtures.file(folder, csv), WorkbookLimits.defaults())) {
      workbook.findHeadings(COLUMNS);
      return workbook.notices();
    }
  }

  @Test
  void aFileWithoutOurHeadingsIsRefused() {
    assertThatThrownBy(() -> found("Apples,Pears\n1,2"))
        .isInstanceOfSatisfying(
            WorkbookRefusedException.class,
            refused ->
                assertThat(refused.reason()).isEqualTo(WorkbookRefusedException.Reason.NO_HEADER));
  }

  @Test
  void headingsBelowTheFiftiethRowAreNotLookedFor() throws Exception {
    assertThat(found("x\n".repeat(49) + "Legal name,Seats"))
        .containsExactly("name EXACT", "seats EXACT");
    assertThatThrownBy(() -> found("x\n".repeat(50) + "Legal name,Seats"))
        .isInstanceOf(WorkbookRefusedException.class);
  }

  @Test
  void theCallerMayChooseTheRowAndSayWhatItsHeadingsMean() throws Exception {
    Path file = Fixtures.file(folder, "Title,,\nWho,ST,When\nKeystone,MA,2026-01-01\n");
    try (Workbook workbook = Workbook.open(file, WorkbookLimits.defaults())) {
      Headings raw = workbook.headingsAt("CSV", 2);
      assertThat(raw.headings()).extracting(Heading::text).containsExactly("Who", "ST", "When");

      List<SheetRow> rows = new ArrayList<>();
      workbook.forEachRow(raw.with(Map.of("who", "name", "C", "start")), rows::add);

      assertThat(rows).hasSize(1);
      assertThat(rows.getFirst().cell("name")).isEqualTo(new Cell.Text("A3", "Keystone"));
      assertThat(rows.getFirst().cell("start").text()).isEqualTo("2026-01-01");
    }
  }

  @Test
  void whatTheCallerSaysTakesTheColumnFromWhoeverHadIt() throws Exception {
    Headings headings = headings("Legal name,Known as,Seats");
    Map<String, String> overrides = new HashMap<>();
    overrides.put("Known as", "name");
    overrides.put("C", null);

    assertThat(keys(headings.with(overrides)))
        .containsExactly("null NONE", "name EXACT", "null NONE");
  }

  @Test
  void anOverrideThatMakesNoSenseIsRefusedInWords() throws Exception {
    Headings headings = headings("Legal name,Other,Other,Seats");

    assertThatThrownBy(() -> headings.with(Map.of("Nowhere", "name")))
        .hasMessageContaining("\"Nowhere\"");
    assertThatThrownBy(() -> headings.with(Map.of("A", "nothing")))
        .hasMessageContaining("\"nothing\"");
    assertThatThrownBy(() -> headings.with(Map.of("Other", "end"))).hasMessageContaining("letter");
    assertThatThrownBy(() -> headings.with(Map.of("B", "end", "C", "end")))
        .hasMessageContaining("both");
  }

  private List<String> found(String csv) throws WorkbookRefusedException {
    return keys(headings(csv));
  }

  private Headings headings(String csv) throws WorkbookRefusedException {
    try (Workbook workbook = Workbook.open(Fixtures.file(folder, csv), WorkbookLimits.defaults())) {
      return workbook.findHeadings(COLUMNS);
    }
  }

  private static List<String> keys(Headings headings) {
    return headings.headings().stream()
        .map(heading -> heading.key() + " " + heading.confidence())
        .toList();
  }
}
