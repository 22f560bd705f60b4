package app.upline.platform.problem;

import app.upline.platform.validation.Fault;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says where and why a JSON body could not be read, without the words of the JSON library. */
final class BodyFaults {
  private static final String UNKNOWN_MEMBER = "Unknown property [";
  private static final Fault NOT_JSON =
      new Fault("", "INVALID_JSON", "The body is not well-formed JSON.");

  private BodyFaults() {}

  static Fault of(Throwable failure) {
    SerdeException mismatch = mismatchIn(failure);
    return mismatch == null ? NOT_JSON : of(mismatch);
  }

  private static @Nullable SerdeException mismatchIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SerdeException mismatch) {
        return mismatch;
      }
    }
    return null;
  }

  private static Fault of(SerdeException mismatch) {
    // The library names the innermost member first.
    List<ReferencePath> path = mismatch.getPath().reversed();
    if (String.valueOf(mismatch.getMessage()).startsWith(UNKNOWN_MEMBER)) {
      return new Fault(
          pointer(path),
          "UNKNOWN_MEMBER",
          "This member is not part of the contract; leave it out.");
    }
    ExpectedForm form = ExpectedForm.of(expectedType(path));
    return new Fault(pointer(path), form.code(), form.message());
  }

  private static String pointer(List<ReferencePath> path) {
    StringBuilder pointer = new StringBuilder();
    for (ReferencePath step : path) {
      switch (step) {
        case PropertyReferencePath member ->
            pointer.append('/').append(escape(member.property().getName()));
        case CollectionItemReferencePath item -> pointer.append('/').append(item.index());
        case MapItemReferencePath entry -> pointer.append('/').append(escape(entry.key()));
        default -> {
          // A step without a name of its own: the pointer names what is around it.
        }
      }
    }
    return pointer.toString();
  }

  private static Class<?> expectedType(List<ReferencePath> path) {
    return path.isEmpty() ? Object.class : path.getLast().getArgument().getType();
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
