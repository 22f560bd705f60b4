package app.upline.sheet;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What is kept in a column of JSON: written and read in memory, where nothing breaks off. */
@Singleton
final class StoredJson {
  private final JsonMapper json;

  StoredJson(JsonMapper json) {
    this.json = json;
  }

  String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  <T> T read(String text, Argument<T> type) {
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
