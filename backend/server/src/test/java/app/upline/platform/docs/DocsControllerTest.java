package app.upline.platform.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.contract.AccessMatrix;
import app.upline.platform.contract.OperationTexts;
import app.upline.platform.contract.ProblemCatalog;
import app.upline.platform.served.StaticFile;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.json.JsonMapper;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

class DocsControllerTest {
  private static final HttpRequest<?> ASKED = HttpRequest.GET("/");

  private static final ProblemCatalog PROBLEMS = ProblemCatalog.ofContract();

  private static final DocsController DOCS = controller();

  private static DocsController controller() {
    Guides guides = new Guides();
    Manual manual = new Manual(PROBLEMS);
    ProblemPages pages = new ProblemPages(PROBLEMS, JsonMapper.createDefault());
    Search search = new Search(guides, manual, pages, OperationTexts.ofContract());
    return new DocsController(AccessMatrix.ofContract(), guides, manual, pages, search);
  }

  @Test
  void theContractIsServedAsItIsWritten() throws IOException {
    assertThat(bytes(DOCS.contract(ASKED)))
        .isEqualTo(Files.readAllBytes(Path.of("../../openapi.yaml")));
    assertThat(DOCS.contract(ASKED).getContentType().orElseThrow().getName())
        .isEqualTo("application/yaml");
  }

  @Test
  void theContractAsJsonSaysTheSame() throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(20_000_000);
    Object written = new Yaml(options).load(Files.readString(Path.of("../../openapi.yaml")));
    assertThat(new ObjectMapper().readValue(bytes(DOCS.contractAsJson(ASKED)), Map.class))
        .isEqualTo(written);
    assertThat(DOCS.contractAsJson(ASKED).getContentType().orElseThrow().getName())
        .isEqualTo("application/json");
  }

  @Test
  void whoHasTheFileIsNotSentItAgain() {
    String etag = DOCS.contract(ASKED).header("ETag");
    assertThat(DOCS.contract(having(etag)).getStatus().getCode())
        .isEqualTo(HttpStatus.NOT_MODIFIED.getCode());
    assertThat(DOCS.contract(having("\"other\", W/" + etag)).code()).isEqualTo(304);
    assertThat(DOCS.contract(having(etag)).header("ETag")).isEqualTo(etag);
    assertThat(DOCS.contract(having("\"other\"")).code()).isEqualTo(200);
  }

  @Test
  void everyFileHasAValidatorOfItsOwn() {
    assertThat(
            new String[] {
              DOCS.contract(ASKED).header("ETag"),
              DOCS.contractAsJson(ASKED).header("ETag"),
              DOCS.script(ASKED).header("ETag"),
              DOCS.style(ASKED).header("ETag"),
              DOCS.manual(ASKED).header("ETag"),
              DOCS.front(ASKED).header("ETag"),
              DOCS.manualStyle(ASKED).header("ETag")
            })
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  void theReferenceRunsWhatIsOursAndLoadsNothingFromElsewhere() {
    HttpResponse<String> page = DOCS.reference();
    String policy = page.header("Content-Security-Policy");
    assertThat(policy)
        .startsWith("default-src 'none'; script-src 'self'; ")
        .contains("connect-src 'self'")
        .doesNotContain("http", "*", "unsafe-eval", "script-src-elem");
    assertThat(page.body()).contains("/docs/docs.js", "/docs/scalar.js", "/openapi.yaml");
    for (String text : List.of(page.body(), text(DOCS.script(ASKED)), text(DOCS.style(ASKED)))) {
      assertThat(Pattern.compile("(src|href|url)\\W{1,3}(https?:)?//").matcher(text).find())
          .as(text)
          .isFalse();
    }
  }

  @Test
  void theNonceOfTheReferenceIsInItsPolicyAndNeverTheSame() {
    HttpResponse<String> page = DOCS.reference();
    Matcher nonce =
        Pattern.compile("property=\"csp-nonce\" content=\"([A-Za-z0-9+/=]{24})\"")
            .matcher(page.body());
    assertThat(nonce.find()).isTrue();
    assertThat(page.header("Content-Security-Policy"))
        .contains("style-src 'self' 'nonce-" + nonce.group(1) + "'; style-src-attr");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(DOCS.reference().body()).doesNotContain(nonce.group(1));
  }

  @Test
  void whoeverReadsGzipIsSentTheSameFileAFractionOfItsSize() throws IOException {
    for (String accepted :
        List.of("gzip", "br, gzip;q=0.5", "GZIP", "deflate,x-gzip", "gzip; q=1.0")) {
      HttpResponse<ByteBuf> zipped = DOCS.contract(accepting(accepted));
      assertThat(zipped.header("Content-Encoding")).as(accepted).isEqualTo("gzip");
      assertThat(zipped.header("Vary")).isEqualTo("Accept-Encoding");
      byte[] sent = bytes(zipped);
      try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(sent))) {
        byte[] whole = unzipped.readAllBytes();
        assertThat(whole).isEqualTo(bytes(DOCS.contract(ASKED)));
        assertThat(sent.length).isLessThan(whole.length / 3);
      }
    }
    for (String accepted : List.of("identity", "gzip;q=0", "gzip; q=0.000", "br", "*", "gzipped")) {
      HttpResponse<ByteBuf> plain = DOCS.contract(accepting(accepted));
      assertThat(plain.header("Content-Encoding")).as(accepted).isNull();
      assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
    }
  }

  @Test
  void eachCodingHasAValidatorOfItsOwn() {
    String plain = DOCS.contract(ASKED).header("ETag");
    String zipped = DOCS.contract(accepting("gzip")).header("ETag");
    assertThat(zipped).isNotEqualTo(plain);
    assertThat(DOCS.contract(accepting("gzip").header("If-None-Match", plain)).code())
        .isEqualTo(200);
    var known = DOCS.contract(accepting("gzip").header("If-None-Match", zipped));
    assertThat(known.code()).isEqualTo(304);
    assertThat(known.header("Content-Encoding")).isNull();
  }

  /** What is sent is the one memory that everybody is sent, outside of the heap. */
  @Test
  void allReadersAreSentTheSameMemory() {
    ByteBuf first = DOCS.contract(ASKED).body();
    ByteBuf second = DOCS.contract(ASKED).body();
    assertThat(first.isDirect()).isTrue();
    assertThat(first.memoryAddress()).isEqualTo(second.memoryAddress());
    assertThat(first.readableBytes()).isEqualTo(second.readableBytes()).isPositive();
    assertThat(first.refCnt()).isGreaterThan(1);
    first.skipBytes(10);
    assertThat(second.readerIndex()).isZero();
  }

  @Test
  void everyProblemHasAPageThatSaysWhatToDo() {
    for (ProblemCatalog.Problem problem : PROBLEMS.problems()) {
      HttpResponse<ByteBuf> page = DOCS.problem(ASKED, problem.name());
      assertThat(page).as(problem.name()).isNotNull();
      assertThat(new String(bytes(page), StandardCharsets.UTF_8))
          .contains("<h1", "Status " + problem.status(), problem.type(), "What to do");
    }
    assertThat(PROBLEMS.problems())
        .filteredOn(one -> one.example().isPresent())
        .hasSizeGreaterThan(30);
    assertThat(DOCS.problem(ASKED, "no-such-problem")).isNull();
  }

  private static MutableHttpRequest<?> having(String etag) {
    return HttpRequest.GET("/").header("If-None-Match", etag);
  }

  private static MutableHttpRequest<?> accepting(String codings) {
    return HttpRequest.GET("/").header("Accept-Encoding", codings);
  }

  private static String text(HttpResponse<ByteBuf> answer) {
    return new String(bytes(answer), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(HttpResponse<ByteBuf> answer) {
    return ByteBufUtil.getBytes(answer.body());
  }

  @Test
  void aMissingFileKeepsTheServerFromStarting() {
    assertThatThrownBy(
            () -> StaticFile.read(DocsController.class, "/nowhere.js", MediaType.TEXT_JSON_TYPE))
        .hasMessageContaining("nowhere.js");
  }
}
