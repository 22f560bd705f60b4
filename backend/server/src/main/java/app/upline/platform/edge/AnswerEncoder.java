package app.upline.platform.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;

/** Writes answers with the headers that protect, and counts what is written and not yet sent. */
final class AnswerEncoder extends HttpResponseEncoder {

  private static final String ACCEPT_ENCODING = "Accept-Encoding";

  private final EdgeCodec codec;
  private final ClientConnection connection;
  private final ClientConnections connections;

  AnswerEncoder(EdgeCodec codec, ClientConnection connection, ClientConnections connections) {
    this.codec = codec;
    this.connection = connection;
    this.connections = connections;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
      throws Exception {
    if (codec.isRefused()) {
      ReferenceCountUtil.release(message);
      promise.tryFailure(new ClosedChannelException());
      return;
    }
    boolean interim =
        message instanceof HttpResponse response
            && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (message instanceof HttpResponse response && !interim) {
      codec.answerBegun();
      protect(response);
    }
    boolean last = message instanceof LastHttpContent && !interim;
    int bytes = message instanceof HttpContent content ? content.content().readableBytes() : 0;
    super.write(ctx, message, bytes > 0 || last ? watched(message, bytes, last, promise) : promise);
  }

  private void protect(HttpResponse response) {
    ProtectiveHeaders.addMissing(response.headers());
    // Whether an answer is packed is decided behind us, by its length and by what is accepted.
    if (!response.headers().containsValue(HttpHeaderNames.VARY, ACCEPT_ENCODING, true)) {
      response.headers().add(HttpHeaderNames.VARY, ACCEPT_ENCODING);
    }
    if (response.status().code() >= 400
        && !response.headers().contains(HttpHeaderNames.CACHE_CONTROL)) {
      response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
    }
  }

  private ChannelPromise watched(Object message, int bytes, boolean last, ChannelPromise promise) {
    // Memory that others hold too, such as a file's that all clients are sent, costs nothing.
    long held = ReferenceCountUtil.refCnt(message) == 1 ? bytes : 0;
    connection.writes(bytes, held);
    connections.hold(held);
    return promise
        .unvoid()
        .addListener(
            written -> {
              connection.wrote(held);
              connections.letGo(held);
              ChannelHandlerContext ctx = codec.context();
              if (last && ctx != null) {
                ctx.executor()
                    .execute(
                        () -> {
                          try {
                            codec.answered(ctx);
                          } catch (Exception e) {
                            ctx.fireExceptionCaught(e);
                          }
                        });
              }
            });
  }

  @Override
  protected boolean isContentAlwaysEmpty(HttpResponse response) {
    return codec.isOf(HttpMethod.HEAD) || super.isContentAlwaysEmpty(response);
  }
}
