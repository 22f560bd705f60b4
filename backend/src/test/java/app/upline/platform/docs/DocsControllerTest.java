package app.upline.platform.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocsControllerTest {
  private final DocsController docs = new DocsController();

  @Test
  void theContractIsServedAsItIsWritten() throws IOException {
    assertThat(docs.contract(null).body())
        .isEqualTo(Files.readAllBytes(Path.of("../openapi.yaml")));
    assertThat(docs.contract(null).getContentType().orElseThrow().getName())
        .isEqualTo("application/yaml");
  }

  @Test
  void whoHasTheFileIsNotSentItAgain() {
    String etag = docs.contract(null).header("ETag");
    assertThat(docs.contract(etag).getStatus().getCode())
        .isEqualTo(HttpStatus.NOT_MODIFIED.getCode());
    assertThat(docs.contract("\"other\", W/" + etag).code()).isEqualTo(304);
    assertThat(docs.contract(etag).header("ETag")).isEqualTo(etag);
    assertThat(docs.contract("\"other\"").code()).isEqualTo(200);
  }

  @Test
  void everyFileHasAValidatorOfItsOwn() {
    assertThat(
            new String[] {
              docs.contract(null).header("ETag"),
              docs.page(null).header("ETag"),
              docs.script(null).header("ETag"),
              docs.style(null).header("ETag"),
              docs.redoc(null).header("ETag")
            })
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  void thePageLoadsNothingFromElsewhere() {
    assertThat(docs.page(null).header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("http", "*");
    for (HttpResponse<byte[]> file :
        new HttpResponse[] {docs.page(null), docs.script(null), docs.style(null)}) {
      String text = new String(file.body(), StandardCharsets.UTF_8);
      assertThat(Pattern.compile("(src|href|url)\\W{1,3}(https?:)?//").matcher(text).find())
          .as(text)
          .isFalse();
    }
  }

  @Test
  void aMissingFileKeepsTheServerFromStarting() {
    assertThatThrownBy(() -> StaticFile.read("/nowhere.js", MediaType.TEXT_JSON_TYPE))
        .hasMessageContaining("nowhere.js");
  }
}
