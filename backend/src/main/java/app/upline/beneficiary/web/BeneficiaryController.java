package app.upline.beneficiary.web;

import app.upline.api.BeneficiariesApi;
import app.upline.api.model.Beneficiary;
import app.upline.api.model.BeneficiaryMatch;
import app.upline.api.model.BeneficiaryMatchPage;
import app.upline.api.model.Reveal;
import app.upline.api.model.RevealPage;
import app.upline.api.model.RevealRequest;
import app.upline.api.model.RevealedBeneficiary;
import app.upline.beneficiary.BeneficiaryMatches;
import app.upline.beneficiary.BeneficiaryOutcome;
import app.upline.beneficiary.BeneficiaryService;
import app.upline.beneficiary.BeneficiaryView;
import app.upline.beneficiary.Match;
import app.upline.beneficiary.RevealLog;
import app.upline.identity.Callers;
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
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

@Controller
class BeneficiaryController implements BeneficiariesApi {

  private final Callers callers;
  private final BeneficiaryService beneficiaries;
  private final RevealLog reveals;
  private final BeneficiaryMatches matches;

  BeneficiaryController(
      Callers callers,
      BeneficiaryService beneficiaries,
      RevealLog reveals,
      BeneficiaryMatches matches) {
    this.callers = callers;
    this.beneficiaries = beneficiaries;
    this.reveals = reveals;
    this.matches = matches;
  }

  @Override
  public HttpResponse<Beneficiary> getIncidentBeneficiary(
      UUID incidentId, @Nullable String ifNoneMatch) {
    return answer(
        beneficiaries
            .find(callers.current(), incidentId)
            .orElseThrow(BeneficiaryController::noIncident));
  }

  @Override
  public HttpResponse<Beneficiary> recordIncidentBeneficiary(
      UUID incidentId, JsonNode body, @Nullable String ifMatch) {
    return answer(
        changed(beneficiaries.record(callers.current(), incidentId, seen(ifMatch), body)));
  }

  @Override
  public HttpResponse<Void> removeIncidentBeneficiary(UUID incidentId, @Nullable String ifMatch) {
    changed(beneficiaries.remove(callers.current(), incidentId, seen(ifMatch)));
    return HttpResponse.noContent();
  }

  @Override
  public RevealedBeneficiary revealIncidentBeneficiary(UUID incidentId, RevealRequest request) {
    return switch (beneficiaries.reveal(callers.current(), incidentId, request.getReason())) {
      case BeneficiaryOutcome.Revealed revealed -> revealed(revealed);
      case BeneficiaryOutcome.Refused refused -> throw ProblemException.invalid(refused.faults());
      case BeneficiaryOutcome.NotFound() -> throw ProblemException.notFound("beneficiary block");
      case BeneficiaryOutcome.Malformed wrong -> throw ProblemException.malformed(wrong.faults());
      case BeneficiaryOutcome.Done done ->
          throw new IllegalStateException("A reveal changes nothing");
    };
  }

  @Override
  public RevealPage listBeneficiaryReveals(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("reveals", incidentId);
    Page<app.upline.beneficiary.Reveal> page =
        reveals
            .page(callers.current(), incidentId, cursors.request(cursor, limit, false))
            .orElseThrow(BeneficiaryController::noIncident);
    return new RevealPage()
        .items(
            page.items().stream()
                .map(
                    reveal ->
                        new Reveal().by(reveal.by()).at(time(reveal.at())).reason(reveal.reason()))
                .toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public BeneficiaryMatchPage listBeneficiaryMatches(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("matches", incidentId);
    Page<Match> page =
        matches
            .page(callers.current(), incidentId, cursors.request(cursor, limit, false))
            .orElseThrow(BeneficiaryController::noIncident);
    return new BeneficiaryMatchPage()
        .items(
            page.items().stream()
                .map(
                    match ->
                        new BeneficiaryMatch()
                            .incidentId(match.incidentId())
                            .incidentReference(match.incidentReference()))
                .toList())
        .nextCursor(cursors.next(page));
  }

  private static BeneficiaryView changed(BeneficiaryOutcome outcome) {
    return switch (outcome) {
      case BeneficiaryOutcome.Done done -> done.view();
      case BeneficiaryOutcome.Malformed wrong -> throw ProblemException.malformed(wrong.faults());
      case BeneficiaryOutcome.Refused refused -> throw ProblemException.invalid(refused.faults());
      case BeneficiaryOutcome.NotFound() -> throw noIncident();
      case BeneficiaryOutcome.Revealed revealed ->
          throw new IllegalStateException("A change reveals nothing");
    };
  }

  private static HttpResponse<Beneficiary> answer(BeneficiaryView view) {
    Instant changedAt = view.changedAt();
    Beneficiary model =
        new Beneficiary()
            .recorded(view.recorded())
            .shareWithCarrier(view.shareWithCarrier())
            .maskedName(view.maskedName())
            .maskedMbi(view.maskedMbi())
            .changedAt(changedAt == null ? null : time(changedAt));
    return HttpResponse.ok(model).header(HttpHeaders.ETAG, ETags.of(view.version()));
  }

  private static RevealedBeneficiary revealed(BeneficiaryOutcome.Revealed revealed) {
    var mbi = revealed.beneficiary().mbi();
    return new RevealedBeneficiary()
        .fullName(revealed.beneficiary().fullName())
        .mbi(mbi == null ? null : mbi.onCard())
        .revealedAt(time(revealed.at()));
  }

  private static IntConsumer seen(@Nullable String ifMatch) {
    return version -> ETags.requireMatch(ifMatch, ETags.of(version));
  }

  private static ProblemException noIncident() {
    return ProblemException.notFound("incident");
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
