package app.upline.agency.web;

import app.upline.agency.PolicyOutcome;
import app.upline.agency.PolicyService;
import app.upline.api.ReportingPoliciesApi;
import app.upline.api.model.CarrierPolicy;
import app.upline.api.model.CarrierPolicyList;
import app.upline.api.model.ReportingPolicyDraft;
import app.upline.identity.Callers;
import app.upline.platform.http.ChecksBody;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class ReportingPolicyController implements ReportingPoliciesApi {

  private final Callers callers;
  private final PolicyService policies;

  ReportingPolicyController(Callers callers, PolicyService policies) {
    this.callers = callers;
    this.policies = policies;
  }

  @Override
  public CarrierPolicyList listReportingPolicies(UUID carrierId) {
    return new CarrierPolicyList()
        .items(
            policies
                .list(callers.current(), carrierId)
                .orElseThrow(() -> ProblemException.notFound("carrier"))
                .stream()
                .map(PolicyModels::shown)
                .toList());
  }

  @Override
  public HttpResponse<CarrierPolicy> getReportingPolicy(
      UUID carrierId, LocalDate effectiveFrom, @Nullable String ifNoneMatch) {
    var found =
        policies
            .find(callers.current(), carrierId, effectiveFrom)
            .orElseThrow(ReportingPolicyController::notFound);
    return HttpResponse.ok(PolicyModels.shown(found)).header(HttpHeaders.ETAG, tag(found));
  }

  @Override
  @ChecksBody
  @Idempotent
  public HttpResponse<CarrierPolicy> announceReportingPolicy(
      UUID carrierId, ReportingPolicyDraft draft, @Nullable String idempotencyKey) {
    PolicyOutcome outcome =
        policies.announce(callers.current(), carrierId, PolicyModels.draft(draft));
    if (outcome instanceof PolicyOutcome.Announced(var policy)) {
      return HttpResponse.created(PolicyModels.shown(policy))
          .header(HttpHeaders.ETAG, tag(policy))
          .header(
              HttpHeaders.LOCATION,
              "/v1/carriers/%s/policies/%s".formatted(carrierId, policy.policy().effectiveFrom()));
    }
    throw refusal(outcome);
  }

  @Override
  @Idempotent
  public HttpResponse<Void> withdrawReportingPolicy(
      UUID carrierId,
      LocalDate effectiveFrom,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    PolicyOutcome outcome =
        policies.withdraw(
            callers.current(),
            carrierId,
            effectiveFrom,
            policy -> ETags.requireMatch(ifMatch, tag(policy)));
    if (outcome instanceof PolicyOutcome.Withdrawn) {
      return HttpResponse.noContent();
    }
    throw refusal(outcome);
  }

  private static ProblemException refusal(PolicyOutcome outcome) {
    return switch (outcome) {
      case PolicyOutcome.NotFound() -> notFound();
      case PolicyOutcome.Refused(var faults) -> ProblemException.invalid(faults);
      case PolicyOutcome.InForce(String why) -> ProblemException.wrongState(why, List.of());
      case PolicyOutcome.Announced announced -> throw new IllegalStateException("Announced");
      case PolicyOutcome.Withdrawn withdrawn -> throw new IllegalStateException("Withdrawn");
    };
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("policy");
  }

  /** The day on which it applies changes what may be done with it, and so does its announcement. */
  private static String tag(app.upline.agency.CarrierPolicy policy) {
    return ETags.of(Integer.toHexString(policy.toString().hashCode()));
  }
}
