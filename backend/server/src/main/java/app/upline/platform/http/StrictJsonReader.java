package app.upline.platform.http;

import app.upline.platform.contract.BodyCheck;
import app.upline.platform.contract.RequestForms;
import app.upline.platform.contract.Schema;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.body.JsonMessageHandler;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON bodies as the framework does, once {@link StrictJson} has found nothing in them that
 * two readers could understand differently, and {@link StrictTypes} nothing of another type than
 * the contract's.
 */
@Singleton
@Order(StrictJsonReader.BEFORE_THE_FRAMEWORKS)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
final class StrictJsonReader<T> implements MessageBodyReader<T> {
  static final int BEFORE_THE_FRAMEWORKS = JsonMessageHandler.ORDER - 10;

  /** What is no id, date, instant or code at all is not understood, rather than against a rule. */
  private static final Set<String> MISSHAPEN =
      Set.of("INVALID_ID", "INVALID_DATE", "INVALID_INSTANT", "INVALID_CODE");

  private static final Argument<JsonNode> TREE = Argument.of(JsonNode.class);

  private final JsonMessageHandler<T> json;
  private final JsonMapper mapper;
  private final RequestForms forms;

  StrictJsonReader(JsonMapper mapper, RequestForms forms) {
    this.json = new JsonMessageHandler<>(mapper);
    this.mapper = mapper;
    this.forms = forms;
  }

  @Override
  public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
    return json.isReadable(type, mediaType);
  }

  @Override
  public @Nullable T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> body) {
    check(body.toByteArray(), type);
    return json.read(type, mediaType, headers, body);
  }

  @Override
  public @Nullable T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
    try {
      byte[] bytes = body.readAllBytes();
      check(bytes, type);
      return json.read(type, mediaType, headers, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new CodecException("The body could not be read", e);
    }
  }

  private void check(byte[] bytes, Argument<T> type) {
    StrictJson.check(bytes);
    if (bytes.length == 0) {
      return;
    }
    try {
      JsonNode tree = mapper.readValue(bytes, TREE);
      if (tree != null) {
        check(tree, type);
      }
    } catch (IOException e) {
      throw new CodecException("The body could not be read", e);
    }
  }

  private void check(JsonNode tree, Argument<T> type) {
    Optional<RoutedOperation> operation =
        ServerRequestContext.currentRequest()
            .flatMap(request -> RoutedOperation.of(request, forms));
    Optional<Schema> schema = operation.flatMap(routed -> routed.form().json());
    // What is bound as a tree has a room that knows more of its fields than the contract says.
    boolean bound = type.getType() != JsonNode.class;
    boolean ofTheRoom = operation.filter(RoutedOperation::checksBody).isPresent();
    List<Fault> faults =
        bound
            ? StrictTypes.faults(tree, type)
            : schema
                .filter(known -> !ofTheRoom)
                .map(known -> BodyCheck.unknownMembers(known, tree))
                .orElse(List.of());
    if (!faults.isEmpty()) {
      throw ProblemException.malformed(faults);
    }
    List<Fault> broken =
        bound && !ofTheRoom
            ? schema.map(known -> BodyCheck.faults(known, tree)).orElse(List.of())
            : List.of();
    List<Fault> misshapen =
        broken.stream().filter(fault -> MISSHAPEN.contains(fault.code())).toList();
    if (!misshapen.isEmpty()) {
      throw ProblemException.malformed(misshapen);
    }
    if (!broken.isEmpty()) {
      throw ProblemException.invalid(broken);
    }
  }
}
