package app.upline.platform.page;

import app.upline.platform.served.Nonce;
import app.upline.platform.served.StaticFile;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.netty.buffer.ByteBuf;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The application for browsers, for everybody: it holds no secret, and asks the API for whatever it
 * shows. Each of its addresses answers the same page, which finds out by itself what to show there,
 * so that a link into it works. These addresses are not part of the contract.
 *
 * <p>Where the jar was built without the page there is the API alone.
 */
// A file is of one type, whatever a browser would rather have.
@Produces(MediaType.ALL)
@Controller
@Requires(beans = Page.class)
@Secured(SecurityRule.IS_ANONYMOUS)
class PageController {
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private final Map<String, StaticFile> assets = new ConcurrentHashMap<>();
  private final Page page;

  PageController(Page page) {
    this.page = page;
  }

  /** Their names say their content, so that they never change. */
  @Get("/assets/{name:[A-Za-z0-9._-]+}")
  @Nullable HttpResponse<ByteBuf> asset(HttpRequest<?> request, String name) {
    StaticFile file = assets.computeIfAbsent(name, known -> find("assets/" + known).orElse(null));
    return file == null ? null : file.answerForEver(request);
  }

  @Get("/favicon.svg")
  @Nullable HttpResponse<ByteBuf> icon(HttpRequest<?> request) {
    StaticFile file = assets.computeIfAbsent("/", known -> find("favicon.svg").orElse(null));
    return file == null ? null : file.answer(request);
  }

  @Get
  HttpResponse<String> start() {
    return page();
  }

  /**
   * Every address of the application, and whatever could be one. A program that errs in an address
   * of the API is told so: only who asks for a page is answered with one.
   */
  @Get("/{path:(?!v1/|v1$|docs/|docs$|health/|health$|assets/)[A-Za-z0-9_/-]+}")
  @Nullable HttpResponse<String> page(HttpRequest<?> request, String path) {
    return asksForAPage(request) ? page() : null;
  }

  private HttpResponse<String> page() {
    String nonce = Nonce.fresh();
    return HttpResponse.ok(page.with(nonce))
        .contentType("text/html; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("Content-Security-Policy", Page.policy(nonce));
  }

  private static boolean asksForAPage(HttpRequest<?> request) {
    return request.getHeaders().accept().stream()
        .anyMatch(type -> type.getName().equals(MediaType.TEXT_HTML));
  }

  private static Optional<StaticFile> find(String name) {
    return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
        .flatMap(type -> StaticFile.find(Page.class, Page.FOLDER + name, MediaType.of(type)));
  }
}
