package app.upline.platform.edge;

import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractOperations.Operation;
import app.upline.platform.http.ClientSources;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets few requests of strangers begin at a time, so that no signed-in caller waits behind a crowd.
 * Each operation that is open to all has a door of its own, and all the rest share one: callers who
 * cannot sign in for a crowd can still stay signed in. Requests for health have no door and never
 * wait.
 */
@Singleton
final class Strangers {

  private static final String HEALTH = "/health";

  private final Map<String, Door> open = new HashMap<>();
  private final Door others;
  private final ClientSources sources;
  private final CallerGlance glance;

  Strangers(
      EdgeSettings settings,
      ContractOperations contract,
      List<NarrowDoor> narrow,
      ClientSources sources,
      CallerGlance glance) {
    this.glance = glance;
    this.sources = sources;
    this.others = new Door(settings::strangers);
    contract.all().stream()
        .filter(Operation::open)
        .forEach(operation -> open.put(operation.path(), new Door(settings::strangers)));
    for (NarrowDoor door : narrow) {
      if (open.put(door.path(), new Door(door.places())) == null) {
        throw new IllegalStateException("Nothing in the contract is open at " + door.path());
      }
    }
  }

  /** Through which door a request goes; empty where there is none. */
  Optional<Door> doorOf(HttpRequest request) {
    String path = request.uri();
    int query = path.indexOf('?');
    path = query < 0 ? path : path.substring(0, query);
    Door door = open.get(path);
    if (door != null) {
      return Optional.of(door);
    }
    boolean free = path.equals(HEALTH) || path.startsWith(HEALTH + "/") || isSignedIn(request);
    return free ? Optional.empty() : Optional.of(others);
  }

  /** A caller with a token that is not ours is as strange as one without. */
  private boolean isSignedIn(HttpRequest request) {
    String authorization = request.headers().get(HttpHeaderNames.AUTHORIZATION);
    return authorization != null && glance.isOurs(authorization);
  }

  String networkOf(@Nullable InetAddress nearest, HttpRequest request) {
    return sources.network(nearest, request.headers().getAll(ClientSources.FORWARDED_FOR));
  }
}
