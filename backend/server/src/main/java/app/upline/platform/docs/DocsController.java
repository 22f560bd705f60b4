package app.upline.platform.docs;

import app.upline.platform.contract.AccessMatrix;
import app.upline.platform.served.StaticFile;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contract as a file and as a page, for everybody: it holds no secret. These addresses are not
 * part of the contract itself.
 *
 * <p>All of it is read for whoever asks first, and not at each start. The pages load nothing from
 * elsewhere. The script that shows the contract comes with the page for browsers; where that was
 * not built, a link to the contract stands in its place.
 */
// A file is of one type, whatever a browser would rather have.
@Produces(MediaType.ALL)
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class DocsController {
  /** A page of text runs nothing. */
  static final String MANUAL_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String YAML = "application/yaml";
  private static final String JAVASCRIPT = "text/javascript";
  private static final String CSS = "text/css";

  private final StaticFile contract = read("/openapi.yaml", utf8(YAML));
  private final StaticFile contractAsJson = read("/openapi.json", utf8(MediaType.APPLICATION_JSON));
  private final StaticFile script = read("docs.js", utf8(JAVASCRIPT));
  private final StaticFile style = read("docs.css", utf8(CSS));
  private final Optional<StaticFile> scalar =
      StaticFile.find(DocsController.class, "/web/docs/scalar.js", utf8(JAVASCRIPT));
  private final ReferencePage reference = new ReferencePage();

  private final StaticFile manualStyle = read("manual.css", utf8(CSS));
  private final StaticFile accessMatrix;
  private final Guides guides;
  private final Manual manual;
  private final ProblemPages problems;
  private final Search search;

  DocsController(
      AccessMatrix accessMatrix,
      Guides guides,
      Manual manual,
      ProblemPages problems,
      Search search) {
    this.accessMatrix = StaticFile.of(accessMatrix.markdown(), utf8("text/markdown"));
    this.guides = guides;
    this.manual = manual;
    this.problems = problems;
    this.search = search;
  }

  @Get("/docs/access-matrix.md")
  HttpResponse<ByteBuf> accessMatrix(HttpRequest<?> request) {
    return accessMatrix.answer(request);
  }

  @Get("/openapi.yaml")
  HttpResponse<ByteBuf> contract(HttpRequest<?> request) {
    return contract.answer(request);
  }

  @Get("/openapi.json")
  HttpResponse<ByteBuf> contractAsJson(HttpRequest<?> request) {
    return contractAsJson.answer(request);
  }

  @Get("/docs")
  HttpResponse<ByteBuf> front(HttpRequest<?> request) {
    return guides.front().answer(request).header("Content-Security-Policy", MANUAL_POLICY);
  }

  @Get(Guides.ADDRESS + "/{name}")
  @Nullable HttpResponse<ByteBuf> guide(HttpRequest<?> request, String name) {
    return text(guides.guide(name), request);
  }

  @Get("/docs/api")
  HttpResponse<String> reference() {
    return reference.answer();
  }

  @Get(Manual.ADDRESS)
  HttpResponse<ByteBuf> manual(HttpRequest<?> request) {
    return manual.contents().answer(request).header("Content-Security-Policy", MANUAL_POLICY);
  }

  @Get(Manual.ADDRESS + "/{chapter}")
  @Nullable HttpResponse<ByteBuf> chapter(HttpRequest<?> request, String chapter) {
    return text(manual.chapter(chapter), request);
  }

  @Get(ProblemPages.ADDRESS + "/{name}")
  @Nullable HttpResponse<ByteBuf> problem(HttpRequest<?> request, String name) {
    return text(problems.page(name), request);
  }

  /** Not named as the operation of the contract is, whose rules would hold for it. */
  @Get("/docs/search")
  HttpResponse<String> searchTexts(@QueryValue(defaultValue = "") String q) {
    return HttpResponse.ok(SearchPage.of(search.find(q)))
        .contentType(utf8(MediaType.TEXT_HTML))
        .header("Content-Security-Policy", MANUAL_POLICY);
  }

  private static @Nullable HttpResponse<ByteBuf> text(
      Optional<StaticFile> page, HttpRequest<?> request) {
    return page.map(found -> found.answer(request).header("Content-Security-Policy", MANUAL_POLICY))
        .orElse(null);
  }

  @Get("/docs/manual.css")
  HttpResponse<ByteBuf> manualStyle(HttpRequest<?> request) {
    return manualStyle.answer(request);
  }

  @Get("/docs/docs.js")
  HttpResponse<ByteBuf> script(HttpRequest<?> request) {
    return script.answer(request);
  }

  @Get("/docs/docs.css")
  HttpResponse<ByteBuf> style(HttpRequest<?> request) {
    return style.answer(request);
  }

  @Get("/docs/scalar.js")
  @Nullable HttpResponse<ByteBuf> scalar(HttpRequest<?> request) {
    return scalar.map(found -> found.answer(request)).orElse(null);
  }

  private static StaticFile read(String path, MediaType type) {
    return StaticFile.read(DocsController.class, path, type);
  }

  private static MediaType utf8(String type) {
    return MediaType.of(type + "; charset=utf-8");
  }
}
