package app.upline.relationship.web;

import app.upline.api.model.ChainLink;
import app.upline.api.model.ColumnMapping;
import app.upline.api.model.EntityType;
import app.upline.api.model.ImportError;
import app.upline.api.model.ImportMode;
import app.upline.api.model.ImportNotice;
import app.upline.api.model.ImportStatus;
import app.upline.api.model.MappableField;
import app.upline.api.model.MappedColumn;
import app.upline.api.model.MappingConfidence;
import app.upline.api.model.RelationshipChain;
import app.upline.api.model.RelationshipImport;
import app.upline.api.model.RelationshipRevision;
import app.upline.api.model.RelationshipStatus;
import app.upline.api.model.RevisionOrigin;
import app.upline.relationship.ChainView;
import app.upline.relationship.ImportAttempt;
import app.upline.relationship.ImportFault;
import app.upline.relationship.model.RelationshipModel;
import app.upline.relationship.workbook.RelationshipSheet;
import java.time.ZoneOffset;
import java.util.List;

/** The contract's form of what this room shows. */
final class RegisterModels {

  private RegisterModels() {}

  static RelationshipRevision revision(app.upline.relationship.RelationshipRevision revision) {
    return new RelationshipRevision()
        .revision(revision.relationship().revision())
        .changedAt(revision.relationship().changedAt().atOffset(ZoneOffset.UTC))
        .changedBy(revision.changedBy())
        .origin(RevisionOrigin.valueOf(revision.origin().name()))
        .relationship(RelationshipModel.of(revision.relationship()));
  }

  static RelationshipChain chain(ChainView chain) {
    return new RelationshipChain()
        .upstream(chain.upstream().stream().map(RegisterModels::link).toList())
        .downstream(chain.downstream().stream().map(RegisterModels::link).toList())
        .truncated(chain.truncated());
  }

  static RelationshipImport upload(ImportAttempt attempt, List<ImportFault> faults) {
    ImportAttempt.Counts counts = attempt.counts();
    return new RelationshipImport()
        .id(attempt.id())
        .status(ImportStatus.valueOf(attempt.status().name()))
        .mode(ImportMode.valueOf(attempt.mode().name()))
        .fileName(attempt.fileName())
        .uploadedAt(attempt.uploadedAt().atOffset(ZoneOffset.UTC))
        .uploadedBy(attempt.uploadedBy())
        .mapping(mapping(attempt.mapping()))
        .rows(counts.rows())
        .created(counts.created())
        .changed(counts.changed())
        .unchanged(counts.unchanged())
        .skipped(counts.skipped())
        .errorCount(attempt.errorCount())
        .errors(faults.stream().map(RegisterModels::error).toList())
        .notices(attempt.notices().stream().map(RegisterModels::notice).toList());
  }

  static ImportError error(ImportFault fault) {
    return new ImportError()
        .sheet(fault.sheet())
        .row(fault.row())
        .cell(fault.cell())
        .column(fault.column())
        .field(fault.field())
        .code(fault.code())
        .message(fault.message());
  }

  static ColumnMapping mapping(ImportAttempt.Mapping mapping) {
    return new ColumnMapping()
        .sheet(mapping.sheet())
        .headerRow(mapping.headerRow())
        .columns(mapping.columns().stream().map(RegisterModels::column).toList())
        .fields(
            RelationshipSheet.COLUMNS.all().stream()
                .map(
                    column ->
                        new MappableField()
                            .field(column.key())
                            .header(column.header())
                            .required(column.required()))
                .toList());
  }

  private static MappedColumn column(ImportAttempt.MappedColumn column) {
    return new MappedColumn()
        .column(column.column())
        .header(column.header())
        .field(column.field())
        .confidence(MappingConfidence.valueOf(column.confidence()));
  }

  private static ImportNotice notice(ImportAttempt.Notice notice) {
    return new ImportNotice().cell(notice.cell()).code(notice.code()).message(notice.message());
  }

  private static ChainLink link(ChainView.Link link) {
    return new ChainLink()
        .id(link.id())
        .reference(link.reference())
        .legalName(link.legalName())
        .entityType(EntityType.valueOf(link.entityType().name()))
        .status(RelationshipStatus.valueOf(link.status().name()))
        .upstreamId(link.upstreamId())
        .level(link.level());
  }
}
