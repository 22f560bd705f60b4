package app.upline.platform.problem;

import app.upline.api.model.RelationshipEndDto;
import app.upline.api.model.SubmissionCommentDraftDto;
import app.upline.api.model.TpmoFunctionDto;
import app.upline.platform.outcome.Refusal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Operations to send wrong things to. */
@Controller("/test/problems")
@Secured("CARRIER_REVIEWER")
@Produces({"application/json", "application/problem+json"})
class FaultyController {

  @Serdeable
  record Outer(List<Inner> inners) {}

  @Serdeable
  record Inner(int number) {}

  @Get("/things/{id}")
  HttpResponse<String> thing(
      @PathVariable("id") UUID id, @Header("If-None-Match") @Nullable String known) {
    return HttpResponse.ok("{}").header("ETag", "\"3\"");
  }

  @Get("/list")
  String list(
      @QueryValue("function") @Nullable TpmoFunctionDto function,
      @QueryValue("functions") @Nullable List<TpmoFunctionDto> functions,
      @QueryValue("since") @Nullable OffsetDateTime since,
      @QueryValue("on") @Nullable LocalDate on,
      @QueryValue("who") @Nullable UUID who,
      @QueryValue(value = "limit", defaultValue = "50") @Nullable Integer limit,
      @QueryValue(value = "all", defaultValue = "false") @Nullable Boolean all) {
    return "{}";
  }

  @Get("/needed")
  String needed(@QueryValue("from") Integer from) {
    return "{}";
  }

  @Post("/end")
  String end(@Body RelationshipEndDto body) {
    return "{}";
  }

  @Post("/comment")
  String comment(@Body SubmissionCommentDraftDto body) {
    return "{}";
  }

  @Post("/nested")
  String nested(@Body Outer body) {
    return "{}";
  }

  @Post("/tree")
  String tree(@Body JsonNode body) {
    return "{}";
  }

  private enum Step {
    ACKNOWLEDGE,
    RETURN
  }

  @Post("/fail/{how}")
  String fail(@PathVariable("how") String how) throws SQLException {
    switch (how) {
      case "pool" -> throw new SQLTransientConnectionException("jdbc:secret");
      case "stale" -> throw new OptimisticLockException("row of Mrs Smith");
      case "state" ->
          throw ProblemException.of(
              new Refusal.WrongState("It has ended.", List.of(Step.ACKNOWLEDGE, Step.RETURN)));
      default -> throw new IllegalArgumentException("Mrs Smith, 123-45-6789");
    }
  }
}
