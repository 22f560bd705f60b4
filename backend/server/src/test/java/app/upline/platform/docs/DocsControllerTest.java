package app.upline.platform.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.contract.AccessMatrix;
import app.upline.platform.contract.ProblemCatalog;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DocsControllerTest {
  private static final HttpRequest<?> ASKED = HttpRequest.GET("/");

  private final DocsController docs =
      new DocsController(AccessMatrix.ofContract(), new Manual(ProblemCatalog.ofContract()));

  @Test
  void theContractIsServedAsItIsWritten() throws IOException {
    assertThat(bytes(docs.contract(ASKED)))
        .isEqualTo(Files.readAllBytes(Path.of("../../openapi.yaml")));
    assertThat(docs.contract(ASKED).getContentType().orElseThrow().getName())
        .isEqualTo("application/yaml");
  }

  @Test
  void whoHasTheFileIsNotSentItAgain() {
    String etag = docs.contract(ASKED).header("ETag");
    assertThat(docs.contract(having(etag)).getStatus().getCode())
        .isEqualTo(HttpStatus.NOT_MODIFIED.getCode());
    assertThat(docs.contract(having("\"other\", W/" + etag)).code()).isEqualTo(304);
    assertThat(docs.contract(having(etag)).header("ETag")).isEqualTo(etag);
    assertThat(docs.contract(having("\"other\"")).code()).isEqualTo(200);
  }

  @Test
  void everyFileHasAValidatorOfItsOwn() {
    assertThat(
            new String[] {
              docs.contract(ASKED).header("ETag"),
              docs.page(ASKED).header("ETag"),
              docs.script(ASKED).header("ETag"),
              docs.style(ASKED).header("ETag"),
              docs.manual(ASKED).header("ETag"),
              docs.manualStyle(ASKED).header("ETag"),
              docs.redoc(ASKED).header("ETag")
            })
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  void thePageLoadsNothingFromElsewhere() {
    assertThat(docs.page(ASKED).header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("http", "*");
    for (HttpResponse<ByteBuf> file :
        new HttpResponse[] {docs.page(ASKED), docs.script(ASKED), docs.style(ASKED)}) {
      String text = new String(bytes(file), StandardCharsets.UTF_8);
      assertThat(Pattern.compile("(src|href|url)\\W{1,3}(https?:)?//").matcher(text).find())
          .as(text)
          .isFalse();
    }
  }

  @Test
  void whoeverReadsGzipIsSentTheSameFileAFractionOfItsSize() throws IOException {
    for (String accepted :
        List.of("gzip", "br, gzip;q=0.5", "GZIP", "deflate,x-gzip", "gzip; q=1.0")) {
      HttpResponse<ByteBuf> zipped = docs.contract(accepting(accepted));
      assertThat(zipped.header("Content-Encoding")).as(accepted).isEqualTo("gzip");
      assertThat(zipped.header("Vary")).isEqualTo("Accept-Encoding");
      byte[] sent = bytes(zipped);
      try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(sent))) {
        byte[] whole = unzipped.readAllBytes();
        assertThat(whole).isEqualTo(bytes(docs.contract(ASKED)));
        assertThat(sent.length).isLessThan(whole.length / 3);
      }
    }
    for (String accepted : List.of("identity", "gzip;q=0", "gzip; q=0.000", "br", "*", "gzipped")) {
      HttpResponse<ByteBuf> plain = docs.contract(accepting(accepted));
      assertThat(plain.header("Content-Encoding")).as(accepted).isNull();
      assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
    }
  }

  @Test
  void eachCodingHasAValidatorOfItsOwn() {
    String plain = docs.contract(ASKED).header("ETag");
    String zipped = docs.contract(accepting("gzip")).header("ETag");
    assertThat(zipped).isNotEqualTo(plain);
    assertThat(docs.contract(accepting("gzip").header("If-None-Match", plain)).code())
        .isEqualTo(200);
    var known = docs.contract(accepting("gzip").header("If-None-Match", zipped));
    assertThat(known.code()).isEqualTo(304);
    assertThat(known.header("Content-Encoding")).isNull();
  }

  /** What is sent is the one memory that everybody is sent, outside of the heap. */
  @Test
  void nobodyIsSentACopy() {
    ByteBuf first = docs.redoc(ASKED).body();
    ByteBuf second = docs.redoc(ASKED).body();
    assertThat(first.isDirect()).isTrue();
    assertThat(first.memoryAddress()).isEqualTo(second.memoryAddress());
    assertThat(first.readableBytes()).isEqualTo(second.readableBytes()).isPositive();
    assertThat(first.refCnt()).isGreaterThan(1);
    first.skipBytes(10);
    assertThat(second.readerIndex()).isZero();
  }

  private static MutableHttpRequest<?> having(String etag) {
    return HttpRequest.GET("/").header("If-None-Match", etag);
  }

  private static MutableHttpRequest<?> accepting(String codings) {
    return HttpRequest.GET("/").header("Accept-Encoding", codings);
  }

  private static byte[] bytes(HttpResponse<ByteBuf> answer) {
    return ByteBufUtil.getBytes(answer.body());
  }

  @Test
  void aMissingFileKeepsTheServerFromStarting() {
    assertThatThrownBy(() -> StaticFile.read("/nowhere.js", MediaType.TEXT_JSON_TYPE))
        .hasMessageContaining("nowhere.js");
  }
}
