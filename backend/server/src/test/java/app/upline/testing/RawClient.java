package app.upline.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that says exactly what it is told to, and reads when it is told to. */
public final class RawClient implements AutoCloseable {
  private static final int SMALL = 4096;

  private final Socket socket;

  public RawClient(String host, int port) throws IOException {
    socket = new Socket();
    // Little is taken unread by this side's own system.
    socket.setReceiveBufferSize(SMALL);
    socket.connect(new InetSocketAddress(host, port));
  }

  public RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Everything until the server ends the connection. */
  public String readAll() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** One answer with a length, head and body. */
  public String readAnswer() throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    int length =
        text.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .map(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    return text + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
  }

  /** So many bytes, or fewer where the connection ends before. */
  public byte[] read(int bytes) throws IOException {
    return socket.getInputStream().readNBytes(bytes);
  }

  /** How many bytes come until the connection ends, well or not. */
  public int readUntilItBreaks() {
    int count = 0;
    byte[] piece = new byte[8192];
    try {
      for (int n = 0; n >= 0; n = socket.getInputStream().read(piece)) {
        count += n;
      }
    } catch (IOException e) {
      return count;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
