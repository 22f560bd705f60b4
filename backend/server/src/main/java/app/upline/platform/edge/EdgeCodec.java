package app.upline.platform.edge;

import app.upline.platform.edge.RequestHead.Fault;
import app.upline.platform.problem.ProblemType;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
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

  /** A client that hangs up keeps its place for as long as its request is likely worked on. */
  private static final Duration WORKED_ON = Duration.ofSeconds(5);

  private static final Fault TOOK_TOO_LONG =
      new Fault(
          ProblemType.UNAVAILABLE,
          "It took too long to answer; whether it was done shows when you read again, or send the"
              + " same with its Idempotency-Key.");

  private final ClientConnection connection;
  private final Doorway doorway;
  private final RawRefusal refusals;
  private final EdgeSettings settings;
  private final BodyInMemory body;
  private final RequestDecoder decoder;

  private @Nullable ChannelHandlerContext context;
  private @Nullable ScheduledFuture<?> running;
  private @Nullable HttpRequest request;
  private boolean readWanted;
  private boolean refused;
  private boolean deaf;

  EdgeCodec(
      HttpDecoderConfig config,
      ClientConnection connection,
      ClientConnections connections,
      Doorway doorway,
      RawRefusal refusals,
      EdgeSettings settings) {
    this.connection = connection;
    this.doorway = doorway;
    this.refusals = refusals;
    this.settings = settings;
    this.body = new BodyInMemory(connections);
    this.decoder = new RequestDecoder(config, this, connection, doorway);
    init(decoder, new AnswerEncoder(this, connection, connections));
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
    context = ctx;
    super.handlerAdded(ctx);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    stopDeadline();
    body.giveBack();
    doorway.forget();
    doorway.place().ifPresent(place -> in(WORKED_ON, ctx, place));
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

  boolean isRefused() {
    return refused;
  }

  /** Null until the connection is set up. */
  @Nullable ChannelHandlerContext context() {
    return context;
  }

  /** The answer is written to its end: the next request has its turn. */
  void answered(ChannelHandlerContext ctx) throws Exception {
    connection.turn.answered();
    body.giveBack();
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

  /** Answers a request that was held back to its end, and goes on. */
  void answer(Fault fault) throws Exception {
    ChannelHandlerContext ctx = context;
    FullHttpResponse answer = refusals.after(request, fault, RETRY_AFTER_SECONDS);
    ChannelPromise written = ctx.newPromise();
    write(ctx, answer, written);
    if (HttpUtil.isKeepAlive(answer)) {
      // No handler behind us knows of the request, so we ask for the next.
      written.addListener(done -> ctx.executor().execute(ctx::read));
    } else {
      written.addListener(done -> ctx.close());
    }
    ctx.flush();
  }

  void refuse(ChannelHandlerContext ctx, Fault fault) {
    refused = true;
    stopDeadline();
    doorway.forget();
    doorway.place().ifPresent(Runnable::run);
    if (connection.turn.isAnswering()) {
      ctx.close();
      return;
    }
    boolean passes =
        fault.type() == ProblemType.UNAVAILABLE || fault.type() == ProblemType.TOO_MUCH_AT_ONCE;
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

  /** A head has come, and its body may follow. */
  void headSeen(HttpRequest head) {
    connection.turn.headSeen();
    request = head;
    body.begin(head);
  }

  Optional<Fault> bodySeen(int bytes) {
    return body.take(bytes, connection.turn.isAnsweredEarly());
  }

  void startDeadline(ChannelHandlerContext ctx) {
    if (running == null) {
      running = in(settings.requestDeadline(), ctx, ctx::close);
    }
  }

  /** The request is whole: now it is we who may not take for ever. */
  void requestEnded(ChannelHandlerContext ctx) {
    connection.turn.requestEnded();
    stopDeadline();
    if (connection.turn.isOurs()) {
      boolean reads = isOf(HttpMethod.GET) || isOf(HttpMethod.HEAD);
      Duration limit = reads ? settings.readDeadline() : settings.changeDeadline();
      running = in(limit, ctx, () -> refuse(ctx, TOOK_TOO_LONG));
    }
  }

  private static ScheduledFuture<?> in(Duration time, ChannelHandlerContext ctx, Runnable then) {
    return ctx.executor().schedule(then, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The answer begins. While a request still arrives, the time that runs is its own. */
  void answerBegun() {
    connection.turn.answerBegun();
    doorway.place().ifPresent(Runnable::run);

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

  boolean isOf(HttpMethod method) {
    return request != null && method.equals(request.method());
  }
}
