package app.upline.platform.idempotency;

import app.upline.api.model.WriteModeDto;
import app.upline.identity.OrganizationKind;
import app.upline.testing.Gate;
import app.upline.testing.TestUsers;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Operations with a key that leave a trace: a row for every time they act. */
@Controller("/test/keyed")
@Secured("AGENCY_REPORTER")
class KeyedController {
  private static final String TRACE =
      "insert into carrier (id, name, time_zone, created_at) values (?, ?, 'UTC',"
          + " utc_timestamp(6))";

  final AtomicInteger attempts = new AtomicInteger();
  volatile Gate gate = Gate.opened();

  private final TestUsers crowd;

  KeyedController(TestUsers crowd) {
    this.crowd = crowd;
  }

  @Serdeable
  record Made(String id, String name, List<String> nothing, BigDecimal amount) {}

  @Serdeable
  record Wish(String name) {}

  @Post("/rows")
  @Idempotent
  HttpResponse<Made> make(
      @Body Wish wish,
      @QueryValue("then") @Nullable String then,
      @Header("If-Match") @Nullable String ifMatch,
      @Header("Idempotency-Key") @Nullable String idempotencyKey)
      throws InterruptedException {
    gate.pass();
    return act(wish.name(), then);
  }

  @Post("/own")
  @Idempotent(ownTransaction = true)
  HttpResponse<Made> makeAlone(
      @Body Wish wish, @Header("Idempotency-Key") @Nullable String idempotencyKey) {
    return act(wish.name(), null);
  }

  @Post("/files")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Idempotent(ownTransaction = true)
  HttpResponse<Made> upload(
      @Part("file") CompletedFileUpload file,
      @Part("mode") @Nullable WriteModeDto mode,
      @Header("Idempotency-Key") @Nullable String idempotencyKey)
      throws IOException {
    return act(new String(file.getInputStream().readAllBytes()), null);
  }

  /** Its first attempt loses against another transaction, as the database says it. */
  @Post("/collided")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Idempotent
  HttpResponse<Made> uploadThatCollides(
      @Part("file") CompletedFileUpload file,
      @Header("Idempotency-Key") @Nullable String idempotencyKey)
      throws IOException {
    HttpResponse<Made> made = act(new String(file.getInputStream().readAllBytes()), null);
    if (attempts.incrementAndGet() == 1) {
      crowd.run("signal sqlstate '40001' set mysql_errno = 1213, message_text = 'Deadlock found'");
    }
    return made;
  }

  private HttpResponse<Made> act(String name, @Nullable String then) {
    UUID carrier = crowd.organization(OrganizationKind.CARRIER);
    String id = carrier.toString();
    crowd.run(TRACE, carrier, name + " " + id);
    if ("throw".equals(then)) {
      throw new IllegalStateException("after the effect");
    }
    if ("refuse".equals(then)) {
      return HttpResponse.badRequest();
    }
    return HttpResponse.created(new Made(id, name, List.of(), new BigDecimal("1.50")))
        .header("ETag", "\"1\"")
        .header("Location", "/test/keyed/rows/" + id);
  }
}
