package app.upline.platform.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON bodies as the framework does, once {@link StrictJson} has found nothing in them that
 * two readers could understand differently.
 */
@Singleton
@Order(StrictJsonReader.BEFORE_THE_FRAMEWORKS)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
final class StrictJsonReader<T> implements MessageBodyReader<T> {
  static final int BEFORE_THE_FRAMEWORKS = JsonMessageHandler.ORDER - 10;

  private final JsonMessageHandler<T> json;

  StrictJsonReader(JsonMapper mapper) {
    this.json = new JsonMessageHandler<>(mapper);
  }

  @Override
  public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
    return json.isReadable(type, mediaType);
  }

  @Override
  public @Nullable T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> body) {
    StrictJson.check(body.toByteArray());
    return json.read(type, mediaType, headers, body);
  }

  @Override
  public @Nullable T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
    try {
      byte[] bytes = body.readAllBytes();
      StrictJson.check(bytes);
      return json.read(type, mediaType, headers, new java.io.ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new CodecException("The body could not be read", e);
    }
  }
}
