package app.upline.platform.edge;

import app.upline.platform.edge.RequestHead.Fault;
import app.upline.platform.problem.ProblemType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests and writes answers, in the place of Netty's own pair: the next request is not even
 * decoded while an answer is unwritten, and nothing more is read from the socket than lies there
 * already. So what a connection holds is one request and one answer, whatever its client does.
 *
 * <p>A request that does not arrive in time ends its connection, however busily its bytes trickle:
 * an idle time-out alone lets a client that sends one byte a second hold on for hours.
 */
final class EdgeCodec
    extends CombinedChannelDuplexHandler<HttpRequestDecoder, HttpResponseEncoder> {

  /** How long a refused client may go on sending until it has read why. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private static final int RETRY_AFTER_SECONDS = 5;

  private static final Fault TOOK_TOO_LONG =
      new Fault(
          ProblemType.UNAVAILABLE,
          "It took too long to answer; whether it was done shows when you read again, or send the same with its Idempotency-Key.");

  private static final Fault TOO_MUCH =
      new Fault(
          ProblemType.UNAVAILABLE,
          "Too much is sent to this service in the same moment; try again soon.");

  private final Connection connection;
  private final Connections connections;
  private final RawRefusal refusals;
  private final EdgeSettings settings;
  private final Decoder decoder;

  private @Nullable ChannelHandlerContext context;
  private @Nullable ScheduledFuture<?> running;
  private HttpMethod method = HttpMethod.GET;
  private boolean readWanted;
  private boolean refused;
  private boolean deaf;
  private boolean keptInMemory;
  private long bodyBytes;

  EdgeCodec(
      HttpDecoderConfig config,
      Connection connection,
      Connections connections,
      RawRefusal refusals,
      EdgeSettings settings) {
    this.connection = connection;
    this.connections = connections;
    this.refusals = refusals;
    this.settings = settings;
    this.decoder = new Decoder(config);
    init(decoder, new Encoder());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
    context = ctx;
    super.handlerAdded(ctx);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    stopDeadline();
    forgetBody();
    super.channelInactive(ctx);
  }

  /** While it is our turn one more read is let through, to notice when the client goes away. */
  @Override
  public void read(ChannelHandlerContext ctx) throws Exception {
    if (deaf) {
      return;
    }
    if (connection.turn.isOurs() && decoder.holdsBytes()) {
      readWanted = true;
    } else {
      super.read(ctx);
    }
  }

  private void answered(ChannelHandlerContext ctx) throws Exception {
    connection.turn.answered();
    forgetBody();
    if (refused || ctx.isRemoved() || !ctx.channel().isActive()) {
      return;
    }
    if (decoder.holdsBytes()) {
      channelRead(ctx, Unpooled.EMPTY_BUFFER);
      channelReadComplete(ctx);
    }
    if (readWanted) {
      readWanted = false;
      read(ctx);
    }
  }

  private void refuse(ChannelHandlerContext ctx, Fault fault) {
    refused = true;
    stopDeadline();
    if (connection.turn.isAnswering()) {
      ctx.close();
      return;
    }
    boolean passes = fault.type() == ProblemType.UNAVAILABLE;
    ctx.writeAndFlush(refusals.of(fault, passes ? RETRY_AFTER_SECONDS : null))
        .addListener(written -> lingerAndClose(ctx, !passes));
  }

  /**
   * To close at once would throw away what the client has not read yet.
   *
   * @param reading whether what it still sends is worth our time
   */
  private void lingerAndClose(ChannelHandlerContext ctx, boolean reading) {
    if (ctx.channel() instanceof DuplexChannel socket && socket.isActive()) {
      socket.shutdownOutput();
      in(LINGER, ctx, ctx::close);
      deaf = !reading;
      if (reading) {
        ctx.read();
      }
    } else {
      ctx.close();
    }
  }

  private void startDeadline(ChannelHandlerContext ctx) {
    if (running == null) {
      running = in(settings.requestDeadline(), ctx, ctx::close);
    }
  }

  /** The request is whole: now it is we who may not take for ever. */
  private void startAnswer(ChannelHandlerContext ctx) {
    stopDeadline();
    if (connection.turn.isOurs()) {
      boolean reads = HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
      Duration limit = reads ? settings.readDeadline() : settings.changeDeadline();
      running = in(limit, ctx, () -> refuse(ctx, TOOK_TOO_LONG));
    }
  }

  private static ScheduledFuture<?> in(Duration time, ChannelHandlerContext ctx, Runnable then) {
    return ctx.executor().schedule(then, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** While a request still arrives, what runs is its own. */
  private void stopAnswer() {
    if (connection.turn.isOurs()) {
      stopDeadline();
    }
  }

  private void stopDeadline() {
    if (running != null) {
      running.cancel(false);
      running = null;
    }
  }

  private void forgetBody() {
    connections.bodies().giveBack(bodyBytes);
    bodyBytes = 0;
  }

  private static boolean isForm(HttpRequest request) {
    String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE);
    String form = HttpHeaderValues.MULTIPART_FORM_DATA.toString();
    return type != null && type.regionMatches(true, 0, form, 0, form.length());
  }

  private final class Decoder extends HttpRequestDecoder {
    private final FoldedLines folded = new FoldedLines();

    Decoder(HttpDecoderConfig config) {
      super(config);
    }

    boolean holdsBytes() {
      return actualReadableBytes() > 0;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
        throws Exception {
      if (refused) {
        in.skipBytes(in.readableBytes());
        return;
      }
      if (connection.turn.isOurs()) {
        return;
      }
      startDeadline(ctx);
      int from = in.readerIndex();
      boolean head = connection.turn.isHeadNext();
      super.decode(ctx, in, out);
      if (head) {
        folded.look(in, from, in.readerIndex());
      }
      if (!out.isEmpty()) {
        check(ctx, out);
      }
    }

    private void check(ChannelHandlerContext ctx, List<Object> out) {
      Optional<Fault> fault = out.stream().flatMap(part -> faultOf(ctx, part).stream()).findFirst();
      if (fault.isPresent()) {
        out.forEach(ReferenceCountUtil::release);
        out.clear();
        refuse(ctx, fault.get());
      }
    }

    private Optional<Fault> faultOf(ChannelHandlerContext ctx, Object part) {
      Optional<Fault> fault = Optional.empty();
      if (part instanceof HttpRequest request) {
        connection.turn.headSeen();
        method = request.method();
        keptInMemory = !isForm(request);
        fault = RequestHead.faultOf(request, folded.endHead());
      } else if (part instanceof HttpObject object && object.decoderResult().isFailure()) {
        fault = Optional.of(RequestHead.ofDecoder(object.decoderResult().cause()));
      }
      if (part instanceof HttpContent content && fault.isEmpty()) {
        fault = faultOfBody(content.content().readableBytes());
      }
      if (part instanceof LastHttpContent && fault.isEmpty()) {
        connection.turn.requestEnded();
        startAnswer(ctx);
      }
      return fault;
    }

    /** What is answered already is not kept, nor are forms, whose files go to the disk. */
    private Optional<Fault> faultOfBody(int bytes) {
      if (bytes == 0 || !keptInMemory || connection.turn.isAnsweredEarly()) {
        return Optional.empty();
      }
      if (!connections.bodies().take(bytes)) {
        return Optional.of(TOO_MUCH);
      }
      bodyBytes += bytes;
      return Optional.empty();
    }

    /**
     * With bytes held back the next read waits for its turn, and is not the decoder's to ask for.
     */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
      if (connection.turn.isOurs() || refused) {
        ctx.fireChannelReadComplete();
      } else {
        super.channelReadComplete(ctx);
      }
    }

    /** The client is gone: half a request is nobody's. */
    @Override
    protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
        throws Exception {
      super.decodeLast(ctx, in, out);
      out.removeIf(part -> part instanceof HttpObject object && object.decoderResult().isFailure());
    }
  }

  private final class Encoder extends HttpResponseEncoder {

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
        throws Exception {
      if (refused) {
        ReferenceCountUtil.release(message);
        promise.tryFailure(new ClosedChannelException());
        return;
      }
      boolean interim =
          message instanceof HttpResponse response
              && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
      if (message instanceof HttpResponse response && !interim) {
        connection.turn.answerBegun();
        stopAnswer();
        protect(response);
      }
      boolean last = message instanceof LastHttpContent && !interim;
      int bytes = message instanceof HttpContent content ? content.content().readableBytes() : 0;
      super.write(
          ctx, message, bytes > 0 || last ? watched(message, bytes, last, promise) : promise);
    }

    private void protect(HttpResponse response) {
      ProtectiveHeaders.addMissing(response.headers());
      if (response.status().code() >= 400
          && !response.headers().contains(HttpHeaderNames.CACHE_CONTROL)) {
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
      }
    }

    private ChannelPromise watched(
        Object message, int bytes, boolean last, ChannelPromise promise) {
      // Memory that somebody else holds too, such as a file's that everybody is sent, costs
      // nothing.
      long held = ReferenceCountUtil.refCnt(message) == 1 ? bytes : 0;
      connection.writes(bytes, held);
      connections.hold(held);
      return promise
          .unvoid()
          .addListener(
              written -> {
                connection.wrote(held);
                connections.letGo(held);
                ChannelHandlerContext ctx = context;
                if (last && ctx != null) {
                  ctx.executor()
                      .execute(
                          () -> {
                            try {
                              answered(ctx);
                            } catch (Exception e) {
                              ctx.fireExceptionCaught(e);
                            }
                          });
                }
              });
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
      return HttpMethod.HEAD.equals(method) || super.isContentAlwaysEmpty(response);
    }
  }
}
