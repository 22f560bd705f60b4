package app.upline.beneficiary.web;

import app.upline.api.BeneficiariesApi;
import app.upline.api.model.BeneficiaryDto;
import app.upline.api.model.BeneficiaryMatchDto;
import app.upline.api.model.BeneficiaryMatchPageDto;
import app.upline.api.model.RevealDto;
import app.upline.api.model.RevealPageDto;
import app.upline.api.model.RevealRequestDto;
import app.upline.api.model.RevealedBeneficiaryDto;
import app.upline.beneficiary.BeneficiaryMatches;
import app.upline.beneficiary.BeneficiaryService;
import app.upline.beneficiary.BeneficiaryView;
import app.upline.beneficiary.Match;
import app.upline.beneficiary.Reveal;
import app.upline.beneficiary.RevealLog;
import app.upline.beneficiary.RevealedBeneficiary;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.http.ETags;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class BeneficiaryController implements BeneficiariesApi {

  private final CurrentUserProvider callers;
  private final BeneficiaryService beneficiaries;
  private final RevealLog reveals;
  private final BeneficiaryMatches matches;

  BeneficiaryController(
      CurrentUserProvider callers,
      BeneficiaryService beneficiaries,
      RevealLog reveals,
      BeneficiaryMatches matches) {
    this.callers = callers;
    this.beneficiaries = beneficiaries;
    this.reveals = reveals;
    this.matches = matches;
  }

  @Override
  public HttpResponse<BeneficiaryDto> getIncidentBeneficiary(
      UUID incidentId, @Nullable String ifNoneMatch) {
    return answer(
        beneficiaries
            .find(callers.current(), incidentId)
            .orElseThrow(BeneficiaryController::noIncident));
  }

  @Override
  public HttpResponse<BeneficiaryDto> recordIncidentBeneficiary(
      UUID incidentId, @Nullable String ifMatch, JsonNode body) {
    return answer(
        beneficiaries
            .record(callers.current(), incidentId, ETags.expected(ifMatch), body)
            .orElseThrow(ProblemException::of));
  }

  @Override
  public HttpResponse<Void> removeIncidentBeneficiary(UUID incidentId, @Nullable String ifMatch) {
    beneficiaries
        .remove(callers.current(), incidentId, ETags.expected(ifMatch))
        .orElseThrow(ProblemException::of);
    return HttpResponse.noContent();
  }

  @Override
  public RevealedBeneficiaryDto revealIncidentBeneficiary(
      UUID incidentId, RevealRequestDto request) {
    return revealed(
        beneficiaries
            .reveal(callers.current(), incidentId, request.getReason())
            .orElseThrow(ProblemException::of));
  }

  @Override
  public RevealPageDto listBeneficiaryReveals(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("reveals", incidentId);
    Page<Reveal> page =
        reveals
            .page(callers.current(), incidentId, cursors.request(cursor, limit, false))
            .orElseThrow(BeneficiaryController::noIncident);
    return new RevealPageDto()
        .items(
            page.items().stream()
                .map(
                    reveal ->
                        new RevealDto()
                            .by(reveal.by())
                            .at(time(reveal.at()))
                            .reason(reveal.reason()))
                .toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public BeneficiaryMatchPageDto listBeneficiaryMatches(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("matches", incidentId);
    Page<Match> page =
        matches
            .page(callers.current(), incidentId, cursors.request(cursor, limit, false))
            .orElseThrow(BeneficiaryController::noIncident);
    return new BeneficiaryMatchPageDto()
        .items(
            page.items().stream()
                .map(
                    match ->
                        new BeneficiaryMatchDto()
                            .incidentId(match.incidentId())
                            .incidentReference(match.incidentReference()))
                .toList())
        .nextCursor(cursors.next(page));
  }

  private static HttpResponse<BeneficiaryDto> answer(BeneficiaryView view) {
    Instant changedAt = view.changedAt();
    BeneficiaryDto model =
        new BeneficiaryDto()
            .recorded(view.recorded())
            .shareWithCarrier(view.shareWithCarrier())
            .maskedName(view.maskedName())
            .maskedMbi(view.maskedMbi())
            .changedAt(changedAt == null ? null : time(changedAt));
    return HttpResponse.ok(model).header(HttpHeaders.ETAG, ETags.of(view.version()));
  }

  private static RevealedBeneficiaryDto revealed(RevealedBeneficiary revealed) {
    var mbi = revealed.beneficiary().mbi();
    return new RevealedBeneficiaryDto()
        .fullName(revealed.beneficiary().fullName())
        .mbi(mbi == null ? null : mbi.onCard())
        .revealedAt(time(revealed.at()));
  }

  private static ProblemException noIncident() {
    return ProblemException.notFound("incident");
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
