package app.upline.sheet.web;

import app.upline.api.model.ImportPhaseDto;
import app.upline.api.model.ImportStatusDto;
import app.upline.api.model.MappingConfidenceDto;
import app.upline.api.model.OnFilteredRowsDto;
import app.upline.api.model.OnPossibleDuplicateDto;
import app.upline.api.model.SubmissionKindDto;
import app.upline.api.model.WriteModeDto;
import app.upline.platform.code.Codes;
import app.upline.sheet.BulkOptions;
import app.upline.sheet.ImportAttempt;
import app.upline.sheet.MappingConfidence;
import app.upline.sheet.SheetSubject;
import app.upline.sheet.UploadRequest;

/** The codes of uploads. */
final class ImportCodes {
  static final Codes<ImportAttempt.Status, ImportStatusDto> STATUSES =
      Codes.of(ImportAttempt.Status.class, ImportStatusDto.class);

  static final Codes<ImportAttempt.Phase, ImportPhaseDto> PHASES =
      Codes.of(ImportAttempt.Phase.class, ImportPhaseDto.class);

  static final Codes<ImportAttempt.Mode, WriteModeDto> MODES =
      Codes.of(ImportAttempt.Mode.class, WriteModeDto.class);

  static final Codes<MappingConfidence, MappingConfidenceDto> CONFIDENCES =
      Codes.of(MappingConfidence.class, MappingConfidenceDto.class);

  static final Codes<BulkOptions.PossibleDuplicate, OnPossibleDuplicateDto> POSSIBLE_DUPLICATES =
      Codes.of(BulkOptions.PossibleDuplicate.class, OnPossibleDuplicateDto.class);

  static final Codes<UploadRequest.FilteredRows, OnFilteredRowsDto> FILTERED_ROWS =
      Codes.of(UploadRequest.FilteredRows.class, OnFilteredRowsDto.class);

  static final Codes<SheetSubject, SubmissionKindDto> SUBJECTS =
      Codes.of(SheetSubject.class, SubmissionKindDto.class);

  private ImportCodes() {}
}
