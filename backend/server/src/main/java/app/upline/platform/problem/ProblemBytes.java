package app.upline.platform.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Problems for requests that are refused before the framework sees them: its bytes, and a line. */
@Singleton
public final class ProblemBytes {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemBytes.class);

  private final JsonMapper json;

  ProblemBytes(JsonMapper json) {
    this.json = json;
  }

  /** The document, with an id that the log has too. */
  public byte[] of(ProblemType type, String detail) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    LOG.debug("Request {} was refused unread: {}", id, type);
    try {
      return json.writeValueAsBytes(ProblemDocument.of(ProblemException.of(type, detail), id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
