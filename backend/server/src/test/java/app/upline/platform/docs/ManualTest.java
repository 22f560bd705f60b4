package app.upline.platform.docs;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.contract.ProblemCatalog;
import io.micronaut.http.HttpRequest;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The manual's pages: complete, linked to what exists, and of text only. */
class ManualTest {
  private static final Path SOURCES = Path.of("../../openapi/manual");
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
  private static final Set<String> OTHER_PAGES =
      Set.of(
          "/docs", "/docs/manual", "/docs/manual.css", "/docs/access-matrix.md", "/openapi.yaml");

  private static ProblemCatalog problems;
  private static Manual manual;

  @BeforeAll
  static void rendered() {
    problems = ProblemCatalog.ofContract();
    manual = new Manual(problems);
  }

  @Test
  void everyChapterThatIsWrittenIsInTheContents() throws IOException {
    for (String name : chapters()) {
      assertThat(manual.chapter(name)).as(name).isPresent();
    }
    assertThat(manual.chapter("nothing")).isEmpty();
    assertThat(manual.chapter("index")).isEmpty();
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (String page : pages()) {
      LINK.matcher(page)
          .results()
          .map(link -> link.group(1))
          .filter(address -> !address.startsWith("data:") && !OTHER_PAGES.contains(address))
          .forEach(
              address ->
                  assertThat(manual.chapter(address.replaceFirst("^/docs/manual/", "")))
                      .as(address)
                      .isPresent());
    }
  }

  @Test
  void theContractsDescriptionLinksToChaptersThatExist() throws IOException {
    String contract = Files.readString(Path.of("../../openapi.yaml"));
    List<String> named =
        Pattern.compile("\\(/docs/manual/([a-z-]+)\\)")
            .matcher(contract)
            .results()
            .map(link -> link.group(1))
            .toList();
    assertThat(named).isNotEmpty().allMatch(name -> manual.chapter(name).isPresent());
  }

  @Test
  void theProblemsAreThoseOfTheContract() {
    String page = html(manual.chapter("problems").orElseThrow());
    assertThat(problems.problems()).isNotEmpty();
    for (ProblemCatalog.Problem problem : problems.problems()) {
      assertThat(page)
          .contains("<td><code>" + problem.name() + "</code></td>\n<td>" + problem.status());
    }
  }

  @Test
  void nothingWrittenIsTakenForHtml() {
    String page =
        MarkdownPage.of("# A <b>bold</b> title\n\n<script>alert(1)</script>\n\n[x](javascript:x)");
    assertThat(page)
        .contains("A &lt;b&gt;bold&lt;/b&gt; title", "&lt;script&gt;", ">x</a>")
        .doesNotContain("<script>", "<b>", "javascript:");
  }

  private List<String> pages() throws IOException {
    return Stream.concat(
            Stream.of(html(manual.contents())),
            chapters().stream().map(name -> html(manual.chapter(name).orElseThrow())))
        .toList();
  }

  private static Set<String> chapters() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".md", ""))
          .filter(name -> !name.equals("index"))
          .collect(Collectors.toSet());
    }
  }

  private static String html(StaticFile page) {
    ByteBuf body = page.answer(HttpRequest.GET("/")).body();
    try {
      return body.toString(StandardCharsets.UTF_8);
    } finally {
      body.release();
    }
  }
}
