package app.upline.platform.idempotency;

import app.upline.platform.digest.Sha256;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.core.type.MutableArgumentValue;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.json.JsonMapper;
import io.micronaut.security.utils.SecurityService;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Reads the key of a call and digests the rest of it: the values of all parameters, which is the
 * path, the query, {@code If-Match} and the body as they were understood.
 */
@Singleton
final class KeyedCalls {
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,100}");

  private final SecurityService security;
  private final JsonMapper json;

  KeyedCalls(SecurityService security, JsonMapper json) {
    this.security = security;
    this.json = json;
  }

  /** The call, or empty without a key. */
  Optional<KeyedCall> of(MethodInvocationContext<Object, Object> call) {
    return keyOf(call)
        .map(
            key ->
                new KeyedCall(
                    user(),
                    key,
                    call.getMethodName(),
                    digest(call),
                    call.booleanValue(Idempotent.class, "ownTransaction").orElse(false)));
  }

  private static Optional<String> keyOf(MethodInvocationContext<Object, Object> call) {
    Optional<String> key =
        call.getParameters().values().stream()
            .filter(KeyedCalls::isKey)
            .findFirst()
            .map(MutableArgumentValue::getValue)
            .map(String.class::cast);
    if (key.isPresent() && !FORM.matcher(key.get()).matches()) {
      throw ProblemException.malformed(
          List.of(
              new Fault(
                  "?" + HEADER,
                  "INVALID_IDEMPOTENCY_KEY",
                  "Write 8 to 100 letters, digits, dots, underscores, colons or hyphens.")));
    }
    return key;
  }

  private static boolean isKey(MutableArgumentValue<?> parameter) {
    return parameter
        .getAnnotationMetadata()
        .stringValue(Header.class)
        .filter(HEADER::equalsIgnoreCase)
        .isPresent();
  }

  private UUID user() {
    return security
        .username()
        .map(UUID::fromString)
        .orElseThrow(() -> new IllegalStateException("A key without somebody signed in"));
  }

  private String digest(MethodInvocationContext<Object, Object> call) {
    MessageDigest digest = Sha256.begin();
    call.getParameters().values().stream()
        .filter(parameter -> !isKey(parameter))
        .forEach(parameter -> add(parameter, digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(MutableArgumentValue<?> parameter, MessageDigest digest) {
    try {
      Object value = parameter.getValue();
      addPart(parameter.getName().getBytes(StandardCharsets.UTF_8), digest);
      if (value instanceof CompletedFileUpload upload) {
        addFile(upload, digest);
      } else if (value != null) {
        addPart(json.writeValueAsBytes(value), digest);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addFile(CompletedFileUpload upload, MessageDigest digest) throws IOException {
    digest.update((upload.getSize() + ":").getBytes(StandardCharsets.UTF_8));
    try (InputStream content = upload.getInputStream()) {
      content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
  }

  /** With its length, so that no two sequences of parts are the same bytes. */
  private static void addPart(byte[] part, MessageDigest digest) {
    digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(part);
  }
}
