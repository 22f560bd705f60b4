package app.upline.publication.web;

import app.upline.api.AnnouncementsApi;
import app.upline.api.model.AnnouncementConfirmationDto;
import app.upline.api.model.AnnouncementDraftDto;
import app.upline.api.model.AnnouncementDto;
import app.upline.api.model.AnnouncementPageDto;
import app.upline.api.model.AnnouncementPublicationDto;
import app.upline.api.model.AnnouncementRecipientDto;
import app.upline.api.model.AnnouncementRecipientPageDto;
import app.upline.api.model.AnnouncementStateDto;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.OrganizationKind;
import app.upline.identity.caller.CallersSteps;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.publication.Announcement;
import app.upline.publication.AnnouncementDraft;
import app.upline.publication.AnnouncementService;
import app.upline.publication.Recipient;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class AnnouncementController implements AnnouncementsApi {

  private final CurrentUserProvider callers;
  private final CallersSteps steps;
  private final AnnouncementService announcements;
  private final Clock clock;

  AnnouncementController(
      CurrentUserProvider callers,
      CallersSteps steps,
      AnnouncementService announcements,
      Clock clock) {
    this.callers = callers;
    this.steps = steps;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Override
  public AnnouncementPageDto listAnnouncements(
      @Nullable AnnouncementStateDto state,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    CurrentUser user = callers.current();
    Direction order = Orders.of(Direction.DESCENDING, direction);
    Cursors cursors = Cursors.of("announcements", state, order);
    Page<Announcement> page =
        announcements.page(
            user,
            PublicationCodes.STATES.toDomainOrNull(state),
            order,
            cursors.request(cursor, limit, false));
    return new AnnouncementPageDto()
        .items(page.items().stream().map(one -> model(user, one)).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<AnnouncementDto> getAnnouncement(
      UUID announcementId, @Nullable String ifNoneMatch) {
    CurrentUser user = callers.current();
    return answer(
        user,
        announcements
            .find(user, announcementId)
            .orElseThrow(() -> ProblemException.notFound("announcement")));
  }

  @Override
  public AnnouncementRecipientPageDto listAnnouncementRecipients(
      UUID announcementId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("announcement-recipients", announcementId);
    Page<Recipient> page =
        announcements
            .recipients(callers.current(), announcementId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("announcement"));
    return new AnnouncementRecipientPageDto()
        .items(page.items().stream().map(AnnouncementController::recipient).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<AnnouncementDto> createAnnouncement(
      AnnouncementDraftDto draft, @Nullable String idempotencyKey) {
    CurrentUser user = callers.current();
    Announcement made = announcements.create(user, draft(draft)).orElseThrow(ProblemException::of);
    return HttpResponse.created(model(user, made), URI.create("/v1/announcements/" + made.id()))
        .header(HttpHeaders.ETAG, ETags.of(made.version()));
  }

  @Override
  public HttpResponse<AnnouncementDto> replaceAnnouncement(
      UUID announcementId, @Nullable String ifMatch, AnnouncementDraftDto draft) {
    CurrentUser user = callers.current();
    return answer(
        user, announcements.replace(user, announcementId, ETags.expected(ifMatch), draft(draft)));
  }

  @Override
  @Idempotent
  public HttpResponse<AnnouncementDto> publishAnnouncement(
      UUID announcementId,
      @Nullable String ifMatch,
      AnnouncementPublicationDto publication,
      @Nullable String idempotencyKey) {
    CurrentUser user = callers.current();
    return answer(
        user,
        announcements.publish(
            user, announcementId, ETags.expected(ifMatch), instant(publication.getPublishAt())));
  }

  @Override
  @Idempotent
  public HttpResponse<AnnouncementDto> withdrawAnnouncement(
      UUID announcementId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    CurrentUser user = callers.current();
    return answer(user, announcements.withdraw(user, announcementId, ETags.expected(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<AnnouncementDto> confirmAnnouncement(
      UUID announcementId, @Nullable String idempotencyKey) {
    CurrentUser user = callers.current();
    return answer(user, announcements.confirm(user, announcementId));
  }

  private static AnnouncementDraft draft(AnnouncementDraftDto draft) {
    return new AnnouncementDraft(
        draft.getTitle(),
        draft.getBody(),
        Audiences.domain(draft.getAudience()),
        Boolean.TRUE.equals(draft.getConfirmationWanted()),
        draft.getConfirmBy(),
        instant(draft.getExpiresAt()));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private HttpResponse<AnnouncementDto> answer(CurrentUser user, Outcome<Announcement> outcome) {
    return answer(user, outcome.orElseThrow(ProblemException::of));
  }

  private HttpResponse<AnnouncementDto> answer(CurrentUser user, Announcement one) {
    return HttpResponse.ok(model(user, one)).header(HttpHeaders.ETAG, ETags.of(one.version()));
  }

  /** Who else it is for, and who wrote it, is the carrier's own affair. */
  private AnnouncementDto model(CurrentUser user, Announcement one) {
    boolean isCarrier = user.kind() == OrganizationKind.CARRIER;
    return new AnnouncementDto()
        .id(one.id())
        .carrier(new OrganizationNameDto().id(one.carrierId()).name(one.carrierName()))
        .title(one.title())
        .body(one.body())
        .state(PublicationCodes.STATES.toContract(one.stateAt(clock.instant())))
        .confirmationWanted(one.confirmationWanted())
        .confirmBy(one.confirmBy())
        .publishAt(utc(one.publishAt()))
        .expiresAt(utc(one.expiresAt()))
        .confirmedAt(utc(one.confirmedAt()))
        .confirmedByMe(isCarrier ? null : one.confirmedByCaller())
        .audience(isCarrier ? Audiences.contract(one.audience()) : null)
        .changedAt(isCarrier ? utc(one.changedAt()) : null)
        .changedBy(isCarrier ? one.changedBy() : null)
        .possibleActions(steps.of(PublicationCodes.STEPS.allToContract(one.possible())));
  }

  private static AnnouncementRecipientDto recipient(Recipient recipient) {
    return new AnnouncementRecipientDto()
        .agency(new OrganizationNameDto().id(recipient.agencyId()).name(recipient.agencyName()))
        .toldAt(utc(recipient.toldAt()))
        .confirmedAt(utc(recipient.confirmedAt()))
        .confirmations(
            recipient.confirmations().stream()
                .map(one -> new AnnouncementConfirmationDto().by(one.by()).at(utc(one.at())))
                .toList());
  }
}
