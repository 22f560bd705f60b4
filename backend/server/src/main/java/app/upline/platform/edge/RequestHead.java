package app.upline.platform.edge;

import app.upline.platform.problem.ProblemType;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpContentException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What RFC 9112 wants of the head of a request and the decoder lets pass. Where a proxy in front
 * and this server might read a request differently, it is refused and the connection ended.
 */
final class RequestHead {
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._~%!$&'()*+,;=-]*)(:\\d{0,5})?");

  /** Where one value is meant and there are two, a proxy in front may have believed the other. */
  private static final List<String> ONCE =
      List.of("Authorization", "Content-Type", "Content-Encoding", "Idempotency-Key");

  /** The server's own decoder undoes it, which the contract does not know. */
  private static final String UNKNOWN_CODING = "snappy";

  private RequestHead() {}

  /** Why a request is not read. */
  record Fault(ProblemType type, String detail) {
    static Fault malformed(String detail) {
      return new Fault(ProblemType.MALFORMED_REQUEST, detail);
    }
  }

  /** What keeps the request from being read; empty when nothing does. */
  static Optional<Fault> faultOf(HttpRequest request, boolean folded) {
    if (request.decoderResult().isFailure()) {
      return Optional.of(ofDecoder(request.decoderResult().cause()));
    }
    if (folded) {
      return Optional.of(Fault.malformed("A header goes on in the next line; send it in one."));
    }
    HttpVersion version = request.protocolVersion();
    if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
      return Optional.of(Fault.malformed("HTTP/1.1 is spoken here."));
    }
    return method(request)
        .or(() -> host(request))
        .or(() -> once(request))
        .or(() -> transferCoding(request))
        .or(() -> contentCoding(request));
  }

  /** What the decoder could not read. */
  static Fault ofDecoder(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException line ->
          new Fault(ProblemType.URI_TOO_LONG, "The address has more characters than are read.");
      case TooLongHttpHeaderException header ->
          new Fault(ProblemType.HEADERS_TOO_LARGE, "The headers have more bytes than are read.");
      case TooLongHttpContentException content ->
          new Fault(ProblemType.BODY_TOO_LARGE, "The body has more bytes than the server accepts.");
      default -> Fault.malformed("The request is not one that HTTP allows here.");
    };
  }

  /** To a rule of a proxy, {@code post} is another method than {@code POST}. */
  private static Optional<Fault> method(HttpRequest request) {
    return request.method().name().chars().anyMatch(Character::isLowerCase)
        ? Optional.of(Fault.malformed("Methods are written in capital letters."))
        : Optional.empty();
  }

  private static Optional<Fault> once(HttpRequest request) {
    return ONCE.stream()
        .filter(name -> request.headers().getAll(name).size() > 1)
        .map(name -> Fault.malformed("A request has one %s header.".formatted(name)))
        .findFirst();
  }

  private static Optional<Fault> contentCoding(HttpRequest request) {
    return request.headers().contains(HttpHeaderNames.CONTENT_ENCODING, UNKNOWN_CODING, true)
        ? Optional.of(
            new Fault(
                ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body plain, or packed with gzip."))
        : Optional.empty();
  }

  private static Optional<Fault> host(HttpRequest request) {
    List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
    boolean needed = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
    if (hosts.size() > 1 || needed && hosts.isEmpty()) {
      return Optional.of(Fault.malformed("A request has one Host header."));
    }
    return hosts.stream()
        .filter(host -> !HOST.matcher(host).matches())
        .map(host -> Fault.malformed("The Host header names no host."))
        .findFirst();
  }

  private static Optional<Fault> transferCoding(HttpRequest request) {
    List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    boolean readable =
        codings.isEmpty()
            || codings.size() == 1
                && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst().strip());
    return readable
        ? Optional.empty()
        : Optional.of(Fault.malformed("The only transfer coding that is read is chunked."));
  }
}
