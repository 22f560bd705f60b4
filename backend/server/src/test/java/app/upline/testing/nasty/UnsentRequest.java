package app.upline.testing.nasty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of a request but which server it goes to and who sends it. */
public record UnsentRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    @Nullable String type,
    byte @Nullable [] body) {
  private static final int SHOWN = 2_000;

  public HttpRequest.Builder to(String server) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + address()))
            .method(
                method.toUpperCase(),
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    if (type != null) {
      request.header("Content-Type", type);
    }
    return request;
  }

  private String address() {
    StringBuilder address = new StringBuilder(path);
    char before = '?';
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      address.append(before).append(parameter.getKey()).append('=');
      address.append(URLEncoder.encode(parameter.getValue(), UTF_8));
      before = '&';
    }
    return address.toString();
  }

  UnsentRequest at(String otherPath) {
    return new UnsentRequest(method, otherPath, query, headers, type, body);
  }

  UnsentRequest asking(String name, String value) {
    return new UnsentRequest(method, path, with(query, name, value), headers, type, body);
  }

  UnsentRequest saying(String name, String value) {
    return new UnsentRequest(method, path, query, with(headers, name, value), type, body);
  }

  UnsentRequest sending(String otherType, byte[] otherBody) {
    return new UnsentRequest(method, path, query, headers, otherType, otherBody);
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(some);
    more.put(name, value);
    return more;
  }

  /** So that it can be sent again by hand. */
  @Override
  public String toString() {
    String text = body == null ? "" : new String(body, UTF_8);
    return "%s %s %s%n%s"
        .formatted(
            method.toUpperCase(),
            address(),
            AsciiText.of(headers + (type == null ? "" : " " + type)),
            AsciiText.of(text.substring(0, Math.min(SHOWN, text.length()))));
  }
}
