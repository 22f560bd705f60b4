package app.upline.platform.edge;

import app.upline.platform.edge.RequestHead.Fault;
import app.upline.platform.problem.ProblemType;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;

/**
 * What the body of one request takes of the memory that all requests share. Forms take none: their
 * files go to the disk.
 */
final class BodyInMemory {

  private static final Fault TOO_MUCH =
      new Fault(
          ProblemType.UNAVAILABLE,
          "Too much is sent to this service in the same moment; try again soon.");

  private final ClientConnections connections;
  private boolean kept;
  private long taken;

  BodyInMemory(ClientConnections connections) {
    this.connections = connections;
  }

  void begin(HttpRequest request) {
    kept = !isForm(request);
  }

  /**
   * Takes room for so many bytes more.
   *
   * @param answered whether the request is answered already, so that the bytes are thrown away
   */
  Optional<Fault> take(int bytes, boolean answered) {
    if (bytes == 0 || !kept || answered) {
      return Optional.empty();
    }
    if (!connections.bodies().take(bytes)) {
      return Optional.of(TOO_MUCH);
    }
    taken += bytes;
    return Optional.empty();
  }

  void giveBack() {
    connections.bodies().giveBack(taken);
    taken = 0;
  }

  private static boolean isForm(HttpRequest request) {
    String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE);
    String form = HttpHeaderValues.MULTIPART_FORM_DATA.toString();
    return type != null && type.regionMatches(true, 0, form, 0, form.length());
  }
}
