package app.upline.platform.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A provider that answers whatever a test wants. */
final class FakeProvider implements AutoCloseable {
  static final String JSON = "application/json";

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, String> asked = new ConcurrentHashMap<>();

  /** What is answered at a path. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private FakeProvider(HttpServer server) {
    this.server = server;
  }

  static FakeProvider start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeProvider provider = new FakeProvider(server);
    server.createContext("/", provider::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    provider.says("/.well-known/openid-configuration", provider.metadata(provider.issuer()));
    return provider;
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The body of the last request at a path; null when there was none. */
  @Nullable String asked(String path) {
    return asked.get(path);
  }

  String metadata(String name) {
    return """
        {"issuer": "%1$s", "authorization_endpoint": "%2$s/authorize", "token_endpoint": "%2$s/token",
         "jwks_uri": "%2$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["ES256"]}
        """
        .formatted(name, issuer());
  }

  void says(String path, String body) {
    answers(path, exchange -> send(exchange, 200, JSON, body));
  }

  void answers(String path, Answer answer) {
    answers.put(path, answer);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      asked.put(path, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      answers.get(path).to(exchange);
    }
  }

  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : body.getBytes(UTF_8).length);
    exchange.getResponseBody().write(body.getBytes(UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
