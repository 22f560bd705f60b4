package app.upline.notification.web;

import app.upline.api.NotificationsApi;
import app.upline.api.model.MailChoiceEntryDto;
import app.upline.api.model.NotificationDto;
import app.upline.api.model.NotificationPageDto;
import app.upline.api.model.NotificationSettingsChangeDto;
import app.upline.api.model.NotificationSettingsDto;
import app.upline.api.model.NotificationsReadDto;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.TeamMailboxChangeDto;
import app.upline.api.model.TeamMailboxDto;
import app.upline.api.model.TopicMailDto;
import app.upline.api.model.UnreadNotificationsDto;
import app.upline.api.model.WorkSubjectDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.notification.MailChoice;
import app.upline.notification.Notification;
import app.upline.notification.NotificationChoices;
import app.upline.notification.NotificationService;
import app.upline.notification.NotificationSettings;
import app.upline.notification.TeamMailbox;
import app.upline.notification.TeamMailboxes;
import app.upline.notification.Topic;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Controller
class NotificationController implements NotificationsApi {

  private final CurrentUserProvider callers;
  private final NotificationService notifications;
  private final NotificationChoices choices;
  private final TeamMailboxes mailboxes;

  NotificationController(
      CurrentUserProvider callers,
      NotificationService notifications,
      NotificationChoices choices,
      TeamMailboxes mailboxes) {
    this.callers = callers;
    this.notifications = notifications;
    this.choices = choices;
    this.mailboxes = mailboxes;
  }

  @Override
  public NotificationPageDto listNotifications(
      @Nullable Boolean unread,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    CurrentUser user = callers.current();
    boolean unreadOnly = Boolean.TRUE.equals(unread);
    Direction order = Orders.of(Direction.DESCENDING, direction);
    Cursors cursors = Cursors.of("notifications", unreadOnly, order);
    Page<Notification> page =
        notifications.page(user, unreadOnly, order, cursors.request(cursor, limit, false));
    return new NotificationPageDto()
        .items(page.items().stream().map(NotificationController::model).toList())
        .nextCursor(cursors.next(page))
        .unread(unread(notifications.unread(user)));
  }

  @Override
  @Idempotent
  public NotificationDto readNotification(UUID notificationId, @Nullable String idempotencyKey) {
    return model(
        notifications.read(callers.current(), notificationId).orElseThrow(ProblemException::of));
  }

  @Override
  @Idempotent
  public NotificationDto markNotificationUnread(
      UUID notificationId, @Nullable String idempotencyKey) {
    return model(
        notifications.unread(callers.current(), notificationId).orElseThrow(ProblemException::of));
  }

  @Override
  @Idempotent
  public UnreadNotificationsDto readNotifications(
      NotificationsReadDto read, @Nullable String idempotencyKey) {
    if (read.getUpTo() == null) {
      throw required("/upTo");
    }
    return unread(
        notifications
            .readUpTo(callers.current(), read.getUpTo())
            .orElseThrow(ProblemException::of));
  }

  @Override
  public HttpResponse<NotificationSettingsDto> getNotificationSettings(
      @Nullable String ifNoneMatch) {
    return answer(choices.of(callers.current()));
  }

  @Override
  public HttpResponse<NotificationSettingsDto> replaceNotificationSettings(
      @Nullable String ifMatch, NotificationSettingsChangeDto change) {
    return answer(
        choices
            .choose(callers.current(), ETags.expected(ifMatch), chosen(change))
            .orElseThrow(ProblemException::of));
  }

  @Override
  public HttpResponse<TeamMailboxDto> getTeamMailbox(@Nullable String ifNoneMatch) {
    return answer(mailboxes.of(callers.current()));
  }

  @Override
  public HttpResponse<TeamMailboxDto> replaceTeamMailbox(
      @Nullable String ifMatch, TeamMailboxChangeDto change) {
    if (change.getTopics() == null) {
      throw required("/topics");
    }
    Set<Topic> topics =
        change.getTopics().stream()
            .map(NotificationCodes.TOPICS::toDomain)
            .collect(Collectors.toUnmodifiableSet());
    return answer(
        mailboxes
            .replace(callers.current(), ETags.expected(ifMatch), change.getAddress(), topics)
            .orElseThrow(ProblemException::of));
  }

  private static Map<Topic, MailChoice> chosen(NotificationSettingsChangeDto change) {
    if (change.getMail() == null) {
      throw required("/mail");
    }
    List<Fault> faults = new ArrayList<>();
    Map<Topic, MailChoice> chosen = new EnumMap<>(Topic.class);
    for (int i = 0; i < change.getMail().size(); i++) {
      MailChoiceEntryDto entry = change.getMail().get(i);
      String at = "/mail/" + i;
      if (entry.getTopic() == null) {
        faults.add(new Fault(at + "/topic", "REQUIRED", "This is required."));
      } else if (entry.getChoice() == null) {
        faults.add(new Fault(at + "/choice", "REQUIRED", "This is required."));
      } else if (chosen.put(
              NotificationCodes.TOPICS.toDomain(entry.getTopic()),
              NotificationCodes.CHOICES.toDomain(entry.getChoice()))
          != null) {
        faults.add(new Fault(at + "/topic", "DUPLICATE", "Choose once for each topic."));
      }
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    return chosen;
  }

  private static ProblemException required(String pointer) {
    return ProblemException.invalid(List.of(new Fault(pointer, "REQUIRED", "This is required.")));
  }

  private static UnreadNotificationsDto unread(int count) {
    return new UnreadNotificationsDto()
        .count(Math.min(count, NotificationService.MOST_COUNTED))
        .countIsCapped(count > NotificationService.MOST_COUNTED);
  }

  private static HttpResponse<NotificationSettingsDto> answer(NotificationSettings settings) {
    List<TopicMailDto> mail =
        Arrays.stream(Topic.values())
            .map(
                topic ->
                    new TopicMailDto()
                        .topic(NotificationCodes.TOPICS.toContract(topic))
                        .choice(NotificationCodes.CHOICES.toContract(settings.mail().get(topic))))
            .toList();
    return HttpResponse.ok(new NotificationSettingsDto().mail(mail).chosen(settings.version() > 0))
        .header(HttpHeaders.ETAG, ETags.of(settings.version()));
  }

  private static HttpResponse<TeamMailboxDto> answer(TeamMailbox mailbox) {
    return HttpResponse.ok(
            new TeamMailboxDto()
                .address(mailbox.address())
                .topics(
                    new TreeSet<>(mailbox.topics())
                        .stream().map(NotificationCodes.TOPICS::toContract).toList()))
        .header(HttpHeaders.ETAG, ETags.of(mailbox.version()));
  }

  private static NotificationDto model(Notification told) {
    return new NotificationDto()
        .id(told.id())
        .type(NotificationCodes.TYPES.toContract(told.type()))
        .topic(NotificationCodes.TOPICS.toContract(told.type().topic()))
        .work(NotificationCodes.WORK.toContractOrNull(told.type().work()))
        .text(told.text())
        .subject(
            new WorkSubjectDto()
                .kind(NotificationCodes.SUBJECTS.toContract(told.subject().kind()))
                .id(told.subject().id())
                .reference(told.subject().reference())
                .period(
                    told.subject().period() == null ? null : told.subject().period().toString()))
        .organization(
            told.otherId() == null
                ? null
                : new OrganizationNameDto().id(told.otherId()).name(told.otherName()))
        .occurredAt(told.occurredAt().atOffset(ZoneOffset.UTC))
        .readAt(told.readAt() == null ? null : told.readAt().atOffset(ZoneOffset.UTC));
  }
}
