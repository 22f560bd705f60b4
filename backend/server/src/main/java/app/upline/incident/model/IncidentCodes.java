package app.upline.incident.model;

import app.upline.api.model.AttachmentKindDto;
import app.upline.api.model.ContactChannelDto;
import app.upline.api.model.DisciplineStatusDto;
import app.upline.api.model.DisciplineTakenByDto;
import app.upline.api.model.DisciplineTypeDto;
import app.upline.api.model.IncidentKindDto;
import app.upline.api.model.IncidentSortDto;
import app.upline.api.model.IncidentSourceDto;
import app.upline.api.model.InvestigationOutcomeDto;
import app.upline.api.model.InvestigationStatusDto;
import app.upline.api.model.RootCauseDto;
import app.upline.api.model.SeverityDto;
import app.upline.api.model.SubjectTypeDto;
import app.upline.api.model.ViolationCategoryDto;
import app.upline.incident.AttachmentKind;
import app.upline.incident.ContactChannel;
import app.upline.incident.DisciplineStatus;
import app.upline.incident.DisciplineTakenBy;
import app.upline.incident.DisciplineType;
import app.upline.incident.IncidentKind;
import app.upline.incident.IncidentSort;
import app.upline.incident.IncidentSource;
import app.upline.incident.InvestigationOutcome;
import app.upline.incident.InvestigationStatus;
import app.upline.incident.RootCause;
import app.upline.incident.Severity;
import app.upline.incident.SubjectType;
import app.upline.incident.ViolationCategory;
import app.upline.platform.code.Codes;

/** The codes of incidents and disciplinary actions. */
public final class IncidentCodes {
  public static final Codes<ViolationCategory, ViolationCategoryDto> CATEGORIES =
      Codes.of(ViolationCategory.class, ViolationCategoryDto.class);

  public static final Codes<IncidentKind, IncidentKindDto> KINDS =
      Codes.of(IncidentKind.class, IncidentKindDto.class);

  public static final Codes<ContactChannel, ContactChannelDto> CHANNELS =
      Codes.of(ContactChannel.class, ContactChannelDto.class);

  public static final Codes<IncidentSource, IncidentSourceDto> SOURCES =
      Codes.of(IncidentSource.class, IncidentSourceDto.class);

  public static final Codes<Severity, SeverityDto> SEVERITIES =
      Codes.of(Severity.class, SeverityDto.class);

  public static final Codes<SubjectType, SubjectTypeDto> SUBJECT_TYPES =
      Codes.of(SubjectType.class, SubjectTypeDto.class);

  public static final Codes<InvestigationStatus, InvestigationStatusDto> INVESTIGATION_STATUSES =
      Codes.of(InvestigationStatus.class, InvestigationStatusDto.class);

  public static final Codes<InvestigationOutcome, InvestigationOutcomeDto> INVESTIGATION_OUTCOMES =
      Codes.of(InvestigationOutcome.class, InvestigationOutcomeDto.class);

  public static final Codes<RootCause, RootCauseDto> ROOT_CAUSES =
      Codes.of(RootCause.class, RootCauseDto.class);

  public static final Codes<AttachmentKind, AttachmentKindDto> ATTACHMENT_KINDS =
      Codes.of(AttachmentKind.class, AttachmentKindDto.class);

  public static final Codes<DisciplineType, DisciplineTypeDto> DISCIPLINE_TYPES =
      Codes.of(DisciplineType.class, DisciplineTypeDto.class);

  public static final Codes<DisciplineTakenBy, DisciplineTakenByDto> DISCIPLINE_TAKERS =
      Codes.of(DisciplineTakenBy.class, DisciplineTakenByDto.class);

  public static final Codes<DisciplineStatus, DisciplineStatusDto> DISCIPLINE_STATUSES =
      Codes.of(DisciplineStatus.class, DisciplineStatusDto.class);

  public static final Codes<IncidentSort, IncidentSortDto> SORTS =
      Codes.of(IncidentSort.class, IncidentSortDto.class);

  private IncidentCodes() {}
}
