package app.upline.platform.docs;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.contract.ProblemCatalog;
import app.upline.platform.served.StaticFile;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The manual's pages: complete, linked to what exists, and of text only. */
class ManualTest {
  private static final Path MANUAL = Path.of("../../openapi/manual");
  private static final Path GUIDES = Path.of("../../openapi/guides");
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
  private static final Set<String> OTHER_PAGES =
      Set.of(
          "/docs",
          "/docs/api",
          "/docs/manual",
          "/docs/manual.css",
          "/docs/access-matrix.md",
          "/openapi.yaml",
          "/openapi.json",
          "https://www.ecfr.gov/current/title-42/section-422.2274");

  private static ProblemCatalog problems;
  private static Guides guides;
  private static Manual manual;
  private static ProblemPages problemPages;

  @BeforeAll
  static void rendered() {
    problems = ProblemCatalog.ofContract();
    guides = new Guides();
    manual = new Manual(problems);
    problemPages = new ProblemPages(problems, JsonMapper.createDefault());
  }

  @Test
  void everyChapterThatIsWrittenIsInTheContents() throws IOException {
    for (String name : written(MANUAL)) {
      assertThat(manual.chapter(name)).as(name).isPresent();
    }
    for (String name : written(GUIDES)) {
      assertThat(guides.guide(name)).as(name).isPresent();
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
          .forEach(address -> assertThat(page(address)).as(address).isPresent());
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
          .contains(
              "<td><a rel=\"nofollow\" href=\"/docs/problems/%s\"><code>%s</code></a></td>\n<td>%d"
                  .formatted(problem.name(), problem.name(), problem.status()));
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

  private static Optional<StaticFile> page(String address) {
    String name = address.substring(address.lastIndexOf('/') + 1);
    return switch (address.substring(0, address.length() - name.length() - 1)) {
      case ProblemPages.ADDRESS -> problemPages.page(name);
      case Guides.ADDRESS -> guides.guide(name);
      case Manual.ADDRESS -> manual.chapter(name);
      default -> Optional.empty();
    };
  }

  private List<String> pages() throws IOException {
    return Stream.of(
            Stream.of(manual.contents(), guides.front()),
            written(MANUAL).stream().map(name -> manual.chapter(name).orElseThrow()),
            written(GUIDES).stream().map(name -> guides.guide(name).orElseThrow()))
        .flatMap(pages -> pages)
        .map(ManualTest::html)
        .toList();
  }

  private static Set<String> written(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
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
