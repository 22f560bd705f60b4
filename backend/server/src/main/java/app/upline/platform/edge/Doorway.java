package app.upline.platform.edge;

import app.upline.platform.edge.RequestHead.Fault;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection's requests come in. What a stranger sends takes a place when it is whole, so
 * that a slow sender takes none, and keeps it until its answer begins. A small request is held back
 * until then: one that is refused has cost next to nothing, and its connection goes on.
 */
final class Doorway {

  private static final long SMALL = 16 * 1024;

  private final Strangers strangers;
  private final @Nullable InetAddress client;
  private final List<Object> heldBack = new ArrayList<>();
  private boolean holding;
  private @Nullable Door door;
  private String network = "";
  private @Nullable Runnable place;

  Doorway(Strangers strangers, @Nullable InetAddress client) {
    this.strangers = strangers;
    this.client = client;
  }

  /**
   * Looks at the next parts of a request, and takes those that are to wait out of the list.
   *
   * @return why it is not let in
   */
  Optional<Fault> pass(List<Object> parts) {
    for (Object part : parts) {
      if (part instanceof HttpRequest request) {
        begin(request);
      }
    }
    if (door == null) {
      return Optional.empty();
    }
    if (holding) {
      heldBack.addAll(parts);
      parts.clear();
    }
    boolean whole =
        (holding ? heldBack : parts).stream().anyMatch(LastHttpContent.class::isInstance);
    return whole ? enter(door, parts) : Optional.empty();
  }

  private void begin(HttpRequest request) {
    door = strangers.doorOf(request).orElse(null);
    holding =
        door != null
            && !request.headers().contains(HttpHeaderNames.EXPECT)
            && !HttpUtil.isTransferEncodingChunked(request)
            && HttpUtil.getContentLength(request, 0L) <= SMALL;
    network = door == null ? "" : strangers.networkOf(client, request);
  }

  private Optional<Fault> enter(Door entered, List<Object> parts) {
    door = null;
    String from = network;
    Optional<Fault> refusal = entered.enter(from);
    if (refusal.isEmpty()) {
      place = () -> entered.leave(from);
      parts.addAll(heldBack);
      heldBack.clear();
    }
    return refusal;
  }

  /** Whether nothing of the request has been passed on. */
  boolean isHeldBack() {
    return holding;
  }

  /** Forgets what was held back. */
  void forget() {
    heldBack.forEach(ReferenceCountUtil::release);
    heldBack.clear();
    door = null;
  }

  /** Hands the place over to the caller, who is to give it back, once. */
  Optional<Runnable> place() {
    Optional<Runnable> taken = Optional.ofNullable(place);
    place = null;
    return taken;
  }
}
