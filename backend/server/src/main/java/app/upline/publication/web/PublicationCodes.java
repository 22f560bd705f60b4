package app.upline.publication.web;

import app.upline.agency.EntityType;
import app.upline.api.model.AnnouncementActionDto;
import app.upline.api.model.AnnouncementStateDto;
import app.upline.api.model.AudienceKindDto;
import app.upline.api.model.EntityTypeDto;
import app.upline.platform.code.Codes;
import app.upline.publication.Announcement;
import app.upline.publication.Audience;

/** The codes of announcements. */
final class PublicationCodes {
  static final Codes<Announcement.State, AnnouncementStateDto> STATES =
      Codes.of(Announcement.State.class, AnnouncementStateDto.class);
  static final Codes<Announcement.Step, AnnouncementActionDto> STEPS =
      Codes.of(Announcement.Step.class, AnnouncementActionDto.class);
  static final Codes<Audience.Kind, AudienceKindDto> AUDIENCES =
      Codes.of(Audience.Kind.class, AudienceKindDto.class);
  static final Codes<EntityType, EntityTypeDto> LEVELS =
      Codes.of(EntityType.class, EntityTypeDto.class);

  private PublicationCodes() {}
}
