package app.upline.onboarding.web;

import app.upline.agency.Agency;
import app.upline.agency.AgencyContracts;
import app.upline.agency.AgencyProfiles;
import app.upline.agency.Directory;
import app.upline.agency.OrganizationProfile;
import app.upline.agency.ProfileDraft;
import app.upline.agency.model.AgencyCodes;
import app.upline.agency.model.AgencyModels;
import app.upline.api.AgenciesApi;
import app.upline.api.model.AgencyAdministratorDto;
import app.upline.api.model.AgencyDraftDto;
import app.upline.api.model.AgencyDto;
import app.upline.api.model.AgencyProfileDraftDto;
import app.upline.api.model.AgencyProfileDto;
import app.upline.api.model.AgencyProfilePageDto;
import app.upline.api.model.ContractEndDto;
import app.upline.api.model.ContractRenewalDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.caller.CallersSteps;
import app.upline.onboarding.AgencyDraft;
import app.upline.onboarding.AgencyIntake;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agencies from the day on which they come in. */
@Controller
class AgencyController implements AgenciesApi {

  private final CurrentUserProvider callers;
  private final CallersSteps steps;
  private final Directory directory;
  private final AgencyIntake intake;
  private final AgencyProfiles profiles;
  private final AgencyContracts contracts;

  AgencyController(
      CurrentUserProvider callers,
      CallersSteps steps,
      Directory directory,
      AgencyIntake intake,
      AgencyProfiles profiles,
      AgencyContracts contracts) {
    this.callers = callers;
    this.steps = steps;
    this.directory = directory;
    this.intake = intake;
    this.profiles = profiles;
    this.contracts = contracts;
  }

  @Override
  @Idempotent
  public HttpResponse<AgencyDto> createAgency(
      AgencyDraftDto draft, @Nullable String idempotencyKey) {
    MutableHttpResponse<AgencyDto> answer =
        answer(
            intake.create(
                callers.current(),
                new AgencyDraft(
                    draft.getName(),
                    draft.getNpn(),
                    AgencyCodes.ENTITY_TYPES.toDomainOrNull(draft.getLevel()),
                    draft.getContractStartsOn(),
                    administrator(draft.getAdministrator()))));
    return answer
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/agencies/" + answer.body().getId());
  }

  @Override
  public HttpResponse<AgencyDto> getAgency(UUID agencyId, @Nullable LocalDate asOf) {
    Optional<Agency> found =
        asOf == null
            ? directory.agency(callers.current(), agencyId)
            : directory.agencyOn(callers.current(), agencyId, asOf);
    return answer(found.orElseThrow(() -> ProblemException.notFound("agency")));
  }

  @Override
  @Idempotent
  public HttpResponse<AgencyDto> inviteAgencyAdministrator(
      UUID agencyId,
      @Nullable String ifMatch,
      AgencyAdministratorDto administrator,
      @Nullable String idempotencyKey) {
    return answer(
        intake.invite(
            callers.current(), agencyId, ETags.expected(ifMatch), administrator(administrator)));
  }

  @Override
  public AgencyProfilePageDto listAgencyProfiles(
      UUID agencyId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("agency-profiles", agencyId);
    Page<OrganizationProfile> page =
        profiles
            .history(callers.current(), agencyId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("agency"));
    return new AgencyProfilePageDto()
        .items(page.items().stream().map(AgencyController::profile).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<AgencyDto> changeAgency(
      UUID agencyId,
      @Nullable String ifMatch,
      AgencyProfileDraftDto draft,
      @Nullable String idempotencyKey) {
    return answer(
        profiles.change(
            callers.current(),
            agencyId,
            ETags.expected(ifMatch),
            new ProfileDraft(
                draft.getEffectiveFrom(),
                draft.getName(),
                AgencyCodes.ENTITY_TYPES.toDomainOrNull(draft.getLevel()),
                draft.getUplineNpn(),
                draft.getUplineName(),
                Boolean.TRUE.equals(draft.getWithoutUpline()))));
  }

  @Override
  @Idempotent
  public HttpResponse<AgencyDto> endAgencyContract(
      UUID agencyId,
      @Nullable String ifMatch,
      ContractEndDto end,
      @Nullable String idempotencyKey) {
    return answer(
        contracts.end(
            callers.current(),
            agencyId,
            ETags.expected(ifMatch),
            end.getEndsOn(),
            end.getReason()));
  }

  @Override
  @Idempotent
  public HttpResponse<AgencyDto> renewAgencyContract(
      UUID agencyId,
      @Nullable String ifMatch,
      ContractRenewalDto renewal,
      @Nullable String idempotencyKey) {
    return answer(
        contracts.renew(
            callers.current(), agencyId, ETags.expected(ifMatch), renewal.getStartsOn()));
  }

  private static AgencyDraft.Administrator administrator(@Nullable AgencyAdministratorDto dto) {
    return dto == null
        ? new AgencyDraft.Administrator(null, null)
        : new AgencyDraft.Administrator(dto.getEmail(), dto.getName());
  }

  private static AgencyProfileDto profile(OrganizationProfile profile) {
    return new AgencyProfileDto()
        .effectiveFrom(profile.effectiveFrom())
        .name(profile.name())
        .level(AgencyCodes.ENTITY_TYPES.toContractOrNull(profile.level()))
        .uplineNpn(profile.uplineNpn())
        .uplineName(profile.uplineName())
        .pending(profile.pending())
        .recordedAt(profile.recordedAt().atOffset(ZoneOffset.UTC));
  }

  private MutableHttpResponse<AgencyDto> answer(Outcome<Agency> outcome) {
    return answer(outcome.orElseThrow(ProblemException::of));
  }

  private MutableHttpResponse<AgencyDto> answer(Agency agency) {
    return HttpResponse.ok(
            AgencyModels.agency(
                agency, steps.of(AgencyCodes.ACTIONS.allToContract(agency.possible()))))
        .header(HttpHeaders.ETAG, ETags.of(agency.tag()));
  }
}
