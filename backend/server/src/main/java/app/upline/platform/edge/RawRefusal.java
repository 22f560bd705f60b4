package app.upline.platform.edge;

import app.upline.platform.problem.ProblemBytes;
import app.upline.platform.problem.ProblemType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A whole answer for a request that the framework does not get to see. */
@Singleton
final class RawRefusal {
  private static final String LINE = "\r\n";

  private final ProblemBytes problems;

  RawRefusal(ProblemBytes problems) {
    this.problems = problems;
  }

  /** To a request that was read to its end: another may follow. */
  FullHttpResponse after(HttpRequest request, RequestHead.Fault fault, int retryAfter) {
    FullHttpResponse answer =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(fault.type().status()),
            Unpooled.wrappedBuffer(problems.of(fault.type(), fault.detail())));
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
        .set(HttpHeaderNames.CONTENT_LENGTH, answer.content().readableBytes())
        .set(HttpHeaderNames.RETRY_AFTER, retryAfter);
    HttpUtil.setKeepAlive(
        answer.headers(), request.protocolVersion(), HttpUtil.isKeepAlive(request));
    return answer;
  }

  /**
   * In bytes, to one that was not. The connection is over afterwards: where the next request would
   * begin is anybody's guess.
   *
   * @param retryAfter when the same request may be taken, in seconds; null where that is no use
   */
  ByteBuf of(RequestHead.Fault fault, @Nullable Integer retryAfter) {
    ProblemType type = fault.type();
    byte[] body = problems.of(type, fault.detail());
    StringBuilder head = new StringBuilder();
    head.append("HTTP/1.1 %d %s".formatted(type.status(), type.title())).append(LINE);
    head.append("Content-Type: application/problem+json").append(LINE);
    head.append("Content-Length: ").append(body.length).append(LINE);
    head.append("Cache-Control: no-store").append(LINE);
    head.append("Connection: close").append(LINE);
    if (retryAfter != null) {
      head.append("Retry-After: ").append(retryAfter).append(LINE);
    }
    ProtectiveHeaders.ALL.forEach(
        (name, value) -> head.append(name).append(": ").append(value).append(LINE));
    head.append(LINE);
    return Unpooled.wrappedBuffer(head.toString().getBytes(StandardCharsets.US_ASCII), body);
  }
}
