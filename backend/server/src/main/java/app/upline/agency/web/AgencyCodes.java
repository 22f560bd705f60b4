package app.upline.agency.web;

import app.upline.agency.CarrierPolicy;
import app.upline.agency.ContractImport;
import app.upline.agency.ReportingPolicy;
import app.upline.api.model.DirectoryImportStatusDto;
import app.upline.api.model.NoticePolicyDto;
import app.upline.api.model.PolicyStandingDto;
import app.upline.platform.code.Codes;

/** The codes of reporting policies and contract directories. */
final class AgencyCodes {
  static final Codes<ReportingPolicy.Notice, NoticePolicyDto> NOTICES =
      Codes.of(ReportingPolicy.Notice.class, NoticePolicyDto.class);

  static final Codes<CarrierPolicy.Standing, PolicyStandingDto> STANDINGS =
      Codes.of(CarrierPolicy.Standing.class, PolicyStandingDto.class);

  static final Codes<ContractImport.Status, DirectoryImportStatusDto> DIRECTORY_IMPORT_STATUSES =
      Codes.of(ContractImport.Status.class, DirectoryImportStatusDto.class);

  private AgencyCodes() {}
}
