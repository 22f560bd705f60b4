package app.upline.platform.docs;

import app.upline.platform.contract.AccessMatrix;
import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * The contract as a file and as a page, for everybody: it holds no secret. These addresses are not
 * part of the contract itself.
 *
 * <p>The page loads nothing from elsewhere. Its policy allows this server's scripts, the inline
 * styles and the search worker that Redoc makes, and nothing more.
 */
// A file is of one type, whatever a browser would rather have.
@Produces(MediaType.ALL)
@Controller
// Read and compressed at the start, and not while the first reader waits.
@Context
@Secured(SecurityRule.IS_ANONYMOUS)
class DocsController {
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
          + "worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** A page of text runs nothing. */
  static final String MANUAL_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String YAML = "application/yaml";
  private static final String JAVASCRIPT = "text/javascript";
  private static final String CSS = "text/css";

  private final StaticFile contract = StaticFile.read("/openapi.yaml", utf8(YAML));
  private final StaticFile page = StaticFile.read("docs.html", utf8(MediaType.TEXT_HTML));
  private final StaticFile script = StaticFile.read("docs.js", utf8(JAVASCRIPT));
  private final StaticFile style = StaticFile.read("docs.css", utf8(CSS));
  private final StaticFile redoc =
      StaticFile.read(
          "/META-INF/resources/webjars/redoc/2.1.4/bundles/redoc.standalone.js", utf8(JAVASCRIPT));

  private final StaticFile manualStyle = StaticFile.read("manual.css", utf8(CSS));
  private final StaticFile accessMatrix;
  private final Manual manual;

  DocsController(AccessMatrix accessMatrix, Manual manual) {
    this.accessMatrix = StaticFile.of(accessMatrix.markdown(), utf8("text/markdown"));
    this.manual = manual;
  }

  @Get("/docs/access-matrix.md")
  HttpResponse<ByteBuf> accessMatrix(HttpRequest<?> request) {
    return accessMatrix.answer(request);
  }

  @Get("/openapi.yaml")
  HttpResponse<ByteBuf> contract(HttpRequest<?> request) {
    return contract.answer(request);
  }

  @Get("/docs")
  HttpResponse<ByteBuf> page(HttpRequest<?> request) {
    return page.answer(request).header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
  }

  @Get(Manual.ADDRESS)
  HttpResponse<ByteBuf> manual(HttpRequest<?> request) {
    return manual.contents().answer(request).header("Content-Security-Policy", MANUAL_POLICY);
  }

  @Get(Manual.ADDRESS + "/{chapter}")
  @Nullable HttpResponse<ByteBuf> chapter(HttpRequest<?> request, String chapter) {
    return manual
        .chapter(chapter)
        .map(page -> page.answer(request).header("Content-Security-Policy", MANUAL_POLICY))
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

  @Get("/docs/redoc.standalone.js")
  HttpResponse<ByteBuf> redoc(HttpRequest<?> request) {
    return redoc.answer(request);
  }

  private static MediaType utf8(String type) {
    return MediaType.of(type + "; charset=utf-8");
  }
}
