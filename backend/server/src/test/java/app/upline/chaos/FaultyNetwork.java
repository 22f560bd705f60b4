package app.upline.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between the service and its database, and what can happen to it. */
final class FaultyNetwork implements AutoCloseable {
  private static final int PIECE = 16 * 1024;

  enum Fault {
    /** Packets vanish unnoticed: what was connected then stays so, and is dead. */
    HANG,
    /** Each packet takes its time. */
    LATENCY,
    /** Every connection ends in good order, and no new one is made. */
    CUT,
    /** Every connection is torn down; new ones are served. */
    RESET
  }

  private final ServerSocket entrance;
  private final InetSocketAddress exit;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private volatile boolean vanishing;
  private volatile boolean cut;
  private volatile long delayMillis;

  FaultyNetwork(int databasePort) throws IOException {
    entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    exit = new InetSocketAddress(InetAddress.getLoopbackAddress(), databasePort);
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  void begin(Fault fault, long latencyMillis) {
    switch (fault) {
      case HANG -> {
        vanishing = true;
        links.forEach(link -> link.dead = true);
      }
      case LATENCY -> delayMillis = latencyMillis;
      case CUT -> {
        cut = true;
        links.forEach(link -> link.end(false));
      }
      case RESET -> links.forEach(link -> link.end(true));
    }
  }

  /**
   * As before, for connections from now on; and what one side said at last, that it has ended the
   * connection, is heard by the other.
   */
  void heal() {
    vanishing = false;
    cut = false;
    delayMillis = 0;
    links.stream().filter(link -> link.left).forEach(link -> link.end(false));
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    links.forEach(link -> link.end(false));
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (cut) {
          client.close();
          continue;
        }
        Socket server = new Socket();
        server.connect(exit);
        Link link = new Link(client, server);
        link.dead = vanishing;
        links.add(link);
        Thread.ofVirtual().start(() -> link.carry(client, server));
        Thread.ofVirtual().start(() -> link.carry(server, client));
      } catch (IOException e) {
        // The next one may have more luck.
      }
    }
  }

  private final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean dead;
    private volatile boolean left;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    private void carry(Socket from, Socket to) {
      byte[] piece = new byte[PIECE];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
          if (delayMillis > 0) {
            Thread.sleep(delayMillis);
          }
          if (!dead) {
            out.write(piece, 0, n);
          }
        }
      } catch (IOException e) {
        // Broken on one side: so is the other.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      left = true;
      if (!vanishing) {
        end(false);
      }
    }

    private void end(boolean torn) {
      links.remove(this);
      for (Socket socket : new Socket[] {client, server}) {
        try {
          if (torn) {
            socket.setSoLinger(true, 0);
          }
          socket.close();
        } catch (IOException e) {
          // Closed already.
        }
      }
    }
  }
}
