package app.upline.audit.delivery;

import app.upline.audit.AuditCheckpoint;
import app.upline.audit.CheckpointReceiver;
import app.upline.audit.CheckpointSettings;
import app.upline.platform.start.StartFailure;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends each as a message of syslog (RFC 5424), with its length before it (RFC 6587), over TLS (RFC
 * 5425) or TCP. Not over UDP: a message may be longer than a datagram.
 */
@Context
@Requires(property = "upline.audit.checkpoints.syslog")
final class CheckpointSyslog implements CheckpointReceiver {

  /** Facility 13, "log audit", severity 5, "notice". */
  private static final int PRIORITY = 13 * 8 + 5;

  private static final int PATIENCE = 10_000;

  private final URI address;

  CheckpointSyslog(CheckpointSettings settings) {
    address = URI.create(Objects.requireNonNull(settings.syslog()));
    if (address.getHost() == null
        || address.getPort() < 0
        || !List.of("tcp", "tls").contains(address.getScheme())) {
      throw new StartFailure(
          "Set UPLINE_AUDIT_CHECKPOINTS_SYSLOG to tcp://host:port or tls://host:port.");
    }
  }

  @Override
  public String name() {
    return "syslog";
  }

  @Override
  public void receive(List<AuditCheckpoint> some) throws IOException {
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE);
      plain.setSoTimeout(PATIENCE);
      try (Socket socket = address.getScheme().equals("tls") ? secured(plain) : plain;
          OutputStream out = socket.getOutputStream()) {
        for (AuditCheckpoint checkpoint : some) {
          out.write(framed(checkpoint));
        }
        out.flush();
        socket.shutdownOutput();
        // The receiver closes after the last one; a reset shows here.
        while (socket.getInputStream().read() >= 0) {
          // syslog answers nothing
        }
      }
    }
  }

  private Socket secured(Socket plain) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, address.getHost(), address.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  private static byte[] framed(AuditCheckpoint checkpoint) throws IOException {
    byte[] message =
        "<%d>1 %s %s upline - audit-checkpoint - %s"
            .formatted(
                PRIORITY,
                checkpoint.takenAt(),
                InetAddress.getLocalHost().getHostName(),
                checkpoint.jws())
            .getBytes(StandardCharsets.US_ASCII);
    byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
    byte[] both = new byte[length.length + message.length];
    System.arraycopy(length, 0, both, 0, length.length);
    System.arraycopy(message, 0, both, length.length, message.length);
    return both;
  }
}
