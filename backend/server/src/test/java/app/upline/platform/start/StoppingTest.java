package app.upline.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.UplineProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Being asked to stop: not ready at once, what is under way is finished, and the exit is clean. */
@Tag("engine")
@Tag("embedded")
class StoppingTest {

  private static final String BODY = "{\"email\": \"nobody@nowhere.example\", \"password\": \"x\"}";

  /** Kept between runs, since it holds the database's program. */
  private static final Path FOLDER = Path.of("target/stopping");

  @Test
  void aServiceThatIsAskedToStopGivesNoticeFinishesWhatIsUnderWayAndEndsWithZero()
      throws Exception {
    try (UplineProcess upline =
            UplineProcess.start(
                FOLDER, Map.of("UPLINE_DEMO", "false", "UPLINE_SHUTDOWN_NOTICE", "10s"));
        Socket underWay = new Socket("localhost", upline.url("/").getPort())) {
      begin(underWay);

      upline.terminate();
      awaitNotReady(upline);
      finish(underWay);

      String answer =
          new String(underWay.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 401");
      assertThat(upline.join()).as(upline.output()).isZero();
    }
  }

  private static void awaitNotReady(UplineProcess upline) throws InterruptedException {
    int status = upline.readiness();
    while (status == 200) {
      Thread.sleep(50);
      status = upline.readiness();
    }
    assertThat(status).isEqualTo(503);
  }

  private static void begin(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    String head =
        "POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(BODY.length());
    out.write((head + BODY.substring(0, 10)).getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void finish(Socket socket) throws IOException {
    socket.getOutputStream().write(BODY.substring(10).getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
