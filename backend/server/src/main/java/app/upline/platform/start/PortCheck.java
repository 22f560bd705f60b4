package app.upline.platform.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Looks whether the port is free before anything is started: otherwise it would be found out only
 * after the database server is up and the schema migrated.
 */
final class PortCheck {
  private PortCheck() {}

  /**
   * @throws StartFailure when something listens on the port already, or it is not a port number
   */
  static void free(String port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(Integer.parseInt(port)));
    } catch (IOException e) {
      throw new StartFailure(
          "Port %s is taken: stop what listens there (another Upline?), or choose another (PORT= for `make run`, else UPLINE_PORT)."
              .formatted(port),
          e);
    } catch (IllegalArgumentException e) {
      throw new StartFailure("%s is not a port number (1 to 65535).".formatted(port), e);
    }
  }
}
