package app.upline.platform.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortCheckTest {
  @Test
  void aTakenPortIsRefusedByItsNumberAndAFreeOneIsNot() throws IOException {
    String port;
    try (ServerSocket taken = new ServerSocket(0)) {
      port = String.valueOf(taken.getLocalPort());
      assertThatThrownBy(() -> PortCheck.free(port))
          .isInstanceOf(StartFailure.class)
          .hasMessageStartingWith("Port %s is taken", port);
    }
    assertThatCode(() -> PortCheck.free(port)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"70000", "-1", "http", ""})
  void whatIsNoPortNumberIsRefused(String text) {
    assertThatThrownBy(() -> PortCheck.free(text)).hasMessageContaining("is not a port number");
  }
}
