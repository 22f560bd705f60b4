package app.upline.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A server that gives one prepared answer to everything. */
final class StubServer implements AutoCloseable {
  private final HttpServer server;

  private StubServer(HttpServer server) {
    this.server = server;
  }

  static StubServer answering(int status, Map<String, String> headers, String body)
      throws IOException {
    return answering(status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  static StubServer answering(int status, Map<String, String> headers, byte[] body)
      throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
              exchange.getResponseBody().write(body);
            }
          }
        });
    server.start();
    return new StubServer(server);
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
