package app.upline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.upline.testing.Contract.Operation;
import io.restassured.specification.RequestSpecification;

/** The body of a request that an operation reads: the contract's own example, or a small file. */
public final class ExampleBody {

  private ExampleBody() {}

  /** Puts it into the request. */
  public static void into(RequestSpecification request, Operation operation) {
    if (operation.body().toString().contains("multipart/form-data")) {
      request.multiPart("file", "a.txt", "A sound text.".getBytes(UTF_8));
      // Evidence alone says of what kind it is, and a part that is not expected is refused.
      if (operation.body().toString().contains("AttachmentUpload")) {
        request.multiPart("kind", "OTHER");
      }
      return;
    }
    Contract.get()
        .requestExample(operation)
        .ifPresentOrElse(
            body -> request.contentType(body.mediaType()).body(body.value()),
            request::noContentType);
  }
}
