package app.upline.platform.edge;

import app.upline.platform.edge.RequestHead.Fault;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.Optional;

/** Reads requests, one at a time, and finds what is wrong with each. */
final class RequestDecoder extends HttpRequestDecoder {

  private final EdgeCodec codec;
  private final ClientConnection connection;
  private final Doorway doorway;
  private final FoldedLines folded = new FoldedLines();

  RequestDecoder(
      HttpDecoderConfig config, EdgeCodec codec, ClientConnection connection, Doorway doorway) {
    super(config);
    this.codec = codec;
    this.connection = connection;
    this.doorway = doorway;
  }

  boolean holdsBytes() {
    return actualReadableBytes() > 0;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    if (codec.isRefused()) {
      in.skipBytes(in.readableBytes());
      return;
    }
    if (connection.turn.isOurs()) {
      return;
    }
    codec.startDeadline(ctx);
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

  private void check(ChannelHandlerContext ctx, List<Object> out) throws Exception {
    Optional<Fault> fault = out.stream().flatMap(part -> faultOf(ctx, part).stream()).findFirst();
    if (fault.isPresent()) {
      drop(ctx, out, fault.get());
      return;
    }
    Optional<Fault> noPlace = doorway.pass(out);
    if (noPlace.isPresent() && doorway.isHeldBack()) {
      doorway.forget();
      codec.answer(noPlace.get());
    } else if (noPlace.isPresent()) {
      drop(ctx, out, noPlace.get());
    }
  }

  private void drop(ChannelHandlerContext ctx, List<Object> out, Fault fault) {
    out.forEach(ReferenceCountUtil::release);
    out.clear();
    codec.refuse(ctx, fault);
  }

  private Optional<Fault> faultOf(ChannelHandlerContext ctx, Object part) {
    Optional<Fault> fault = Optional.empty();
    if (part instanceof HttpRequest head) {
      codec.headSeen(head);
      fault = RequestHead.faultOf(head, folded.endHead());
    } else if (part instanceof HttpObject object && object.decoderResult().isFailure()) {
      fault = Optional.of(RequestHead.ofDecoder(object.decoderResult().cause()));
    }
    if (part instanceof HttpContent content && fault.isEmpty()) {
      fault = codec.bodySeen(content.content().readableBytes());
    }
    if (part instanceof LastHttpContent && fault.isEmpty()) {
      codec.requestEnded(ctx);
    }
    return fault;
  }

  /** With bytes held back the next read waits for its turn, and is not the decoder's to ask for. */
  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    if (connection.turn.isOurs() || codec.isRefused()) {
      ctx.fireChannelReadComplete();
    } else {
      super.channelReadComplete(ctx);
    }
  }

  /** The client is gone: half a request is dropped. */
  @Override
  protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
      throws Exception {
    super.decodeLast(ctx, in, out);
    out.removeIf(part -> part instanceof HttpObject object && object.decoderResult().isFailure());
  }
}
