package app.upline.notification.web;

import app.upline.api.model.EventTypeDto;
import app.upline.api.model.MailChoiceDto;
import app.upline.api.model.NotificationTopicDto;
import app.upline.api.model.SubjectKindDto;
import app.upline.api.model.WorkKindDto;
import app.upline.notification.EventType;
import app.upline.notification.MailChoice;
import app.upline.notification.Topic;
import app.upline.platform.code.Codes;
import app.upline.work.SubjectKind;
import app.upline.work.WorkKind;

/** The codes of notifications. */
final class NotificationCodes {
  static final Codes<EventType, EventTypeDto> TYPES = Codes.of(EventType.class, EventTypeDto.class);
  static final Codes<Topic, NotificationTopicDto> TOPICS =
      Codes.of(Topic.class, NotificationTopicDto.class);
  static final Codes<MailChoice, MailChoiceDto> CHOICES =
      Codes.of(MailChoice.class, MailChoiceDto.class);
  static final Codes<SubjectKind, SubjectKindDto> SUBJECTS =
      Codes.of(SubjectKind.class, SubjectKindDto.class);
  static final Codes<WorkKind, WorkKindDto> WORK = Codes.of(WorkKind.class, WorkKindDto.class);

  private NotificationCodes() {}
}
