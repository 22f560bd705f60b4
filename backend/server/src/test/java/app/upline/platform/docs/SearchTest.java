package app.upline.platform.docs;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.contract.OperationTexts;
import app.upline.platform.contract.ProblemCatalog;
import io.micronaut.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final ProblemCatalog PROBLEMS = ProblemCatalog.ofContract();
  private static final Search SEARCH =
      new Search(
          new Guides(),
          new Manual(PROBLEMS),
          new ProblemPages(PROBLEMS, JsonMapper.createDefault()),
          OperationTexts.ofContract());

  @ParameterizedTest
  @CsvSource({
    "clerk, /docs/guides/clerk",
    "idempotency, /docs/manual/idempotency",
    "PAGING, /docs/manual/paging",
    "precondition-failed, /docs/problems/precondition-failed",
    "getCurrentUser, /docs/api#tag/identity/getCurrentUser",
    "/v1/me/name, /docs/api#tag/own-account/changeMyName",
  })
  void everyKindIsFound(String query, String address) {
    assertThat(addresses(query)).contains(address);
  }

  @Test
  void titlesComeFirst() {
    assertThat(addresses("workbooks").getFirst()).isEqualTo("/docs/manual/workbooks");
    assertThat(addresses("Who the caller is").getFirst()).endsWith("/getCurrentUser");
  }

  @Test
  void everyWordMustBeThere() {
    assertThat(addresses("idempotency")).isNotEmpty();
    assertThat(addresses("idempotency zebra")).isEmpty();
  }

  @Test
  void whatIsPunctuatedIsFoundWordForWord() {
    assertThat(addresses("If-Match")).contains("/docs/manual/changing-things");
    assertThat(addresses("\"changes?\" (anything!)")).isEqualTo(addresses("changes anything"));
  }

  @Test
  void theWordsAreMarkedWhereTheyStand() {
    String page = SearchPage.of(SEARCH.find("idempotency"));
    assertThat(page)
        .contains(
            "<a href=\"/docs/manual/idempotency\"><mark>Idempotency</mark>",
            "<small>Manual</small>",
            "results, the best first.",
            "value=\"idempotency\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onfocus='alert(1)",
        "</title><b>x",
        "code <pre> & &amp;",
      })
  void whatIsAskedForStaysText(String query) {
    assertThat(SearchPage.of(SEARCH.find(query)))
        .doesNotContain("<script", "<img", "</title><b>", "<pre>", "\"><i")
        .containsOnlyOnce("<title>")
        .contains("value=\"" + MarkdownPage.escaped(query) + "\"");
  }

  @Test
  void whatTheTextsQuoteIsEscapedAroundTheMarks() {
    for (String query : List.of("a", "amp", "lt", "{", "If-Match", "type")) {
      assertThat(SearchPage.of(SEARCH.find(query)).replaceAll("</?mark>", ""))
          .doesNotContainPattern("&(?!(amp|lt|gt|quot);)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "(((",
        ".*",
        "[a-z",
        "\\E",
        "\\Q",
        "%s %d %n",
        "$1",
        "?",
        "\u0000",
        "\ud800"
      })
  void signsAreNoPattern(String query) {
    assertThat(SearchPage.of(SEARCH.find(query))).contains("role=\"status\"");
    assertThat(addresses(query)).hasSizeLessThan(31);
  }

  @Test
  void nothingIsAskedForInSignsAlone() {
    for (String query : List.of("", "   ", "(?:", "...", "*")) {
      assertThat(SEARCH.find(query).words()).as(query).isEmpty();
    }
  }

  @Test
  void aLongQueryIsCutAndCostsNothing() {
    Search.Found found = SEARCH.find("page ".repeat(1_000_000));
    assertThat(found.query().length()).isLessThanOrEqualTo(Search.LONGEST_QUERY);
    assertThat(SEARCH.find("😀".repeat(1000)).query()).endsWith("😀");
    assertThat(SEARCH.find("a b c d e f g h i j k l").words()).hasSize(8);
    long before = System.nanoTime();
    SEARCH.find("a b c d e f g h");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void lettersOfAllAlphabetsAreLetters() {
    assertThat(SEARCH.find("ÉTÉ")).satisfies(found -> assertThat(found.words()).hasSize(1));
    assertThat(addresses("İstanbul 東京 ﷺ")).isEmpty();
    // Once as one character and once as two.
    assertThat(SEARCH.find("e\u0301te\u0301").query()).isEqualTo("été");
  }

  @Test
  void excerptsAreShort() {
    for (String query : List.of("the", "a", "submission", "carrier")) {
      assertThat(SEARCH.find(query).hits())
          .isNotEmpty()
          .allSatisfy(hit -> assertThat(hit.excerpt().length()).isLessThan(250));
    }
  }

  private static List<String> addresses(String query) {
    return SEARCH.find(query).hits().stream().map(hit -> hit.of().address()).toList();
  }
}
