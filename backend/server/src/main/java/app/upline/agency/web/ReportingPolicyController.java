package app.upline.agency.web;

import app.upline.agency.CarrierPolicy;
import app.upline.agency.PolicyService;
import app.upline.api.ReportingPoliciesApi;
import app.upline.api.model.CarrierPolicyDto;
import app.upline.api.model.CarrierPolicyListDto;
import app.upline.api.model.ReportingPolicyDraftDto;
import app.upline.api.model.ReportingPolicyPreviewDraftDto;
import app.upline.api.model.ReportingPolicyPreviewDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.http.ChecksBody;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class ReportingPolicyController implements ReportingPoliciesApi {

  private final CurrentUserProvider callers;
  private final PolicyService policies;

  ReportingPolicyController(CurrentUserProvider callers, PolicyService policies) {
    this.callers = callers;
    this.policies = policies;
  }

  @Override
  public CarrierPolicyListDto listReportingPolicies(UUID carrierId) {
    return new CarrierPolicyListDto()
        .items(
            policies
                .list(callers.current(), carrierId)
                .orElseThrow(() -> ProblemException.notFound("carrier"))
                .stream()
                .map(PolicyModels::shown)
                .toList());
  }

  @Override
  public HttpResponse<CarrierPolicyDto> getReportingPolicy(
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
  public HttpResponse<CarrierPolicyDto> announceReportingPolicy(
      UUID carrierId, ReportingPolicyDraftDto draft, @Nullable String idempotencyKey) {
    CarrierPolicy announced =
        policies
            .announce(callers.current(), carrierId, PolicyModels.draft(draft))
            .orElseThrow(ProblemException::of);
    return HttpResponse.created(PolicyModels.shown(announced))
        .header(HttpHeaders.ETAG, tag(announced))
        .header(
            HttpHeaders.LOCATION,
            "/v1/carriers/%s/policies/%s".formatted(carrierId, announced.policy().effectiveFrom()));
  }

  @Override
  @Idempotent
  public HttpResponse<Void> withdrawReportingPolicy(
      UUID carrierId,
      LocalDate effectiveFrom,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    policies
        .withdraw(callers.current(), carrierId, effectiveFrom, ETags.expected(ifMatch))
        .orElseThrow(ProblemException::of);
    return HttpResponse.noContent();
  }

  @Override
  @ChecksBody
  public ReportingPolicyPreviewDto previewReportingPolicy(ReportingPolicyPreviewDraftDto draft) {
    return PolicyModels.preview(
        policies
            .preview(callers.current(), PolicyModels.draft(draft))
            .orElseThrow(ProblemException::of));
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("policy");
  }

  private static String tag(CarrierPolicy policy) {
    return ETags.of(policy.version());
  }
}
