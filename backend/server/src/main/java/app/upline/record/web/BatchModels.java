package app.upline.record.web;

import app.upline.api.model.BatchResultDto;
import app.upline.api.model.BatchRowDto;
import app.upline.api.model.RowOutcomeDto;
import app.upline.api.model.WarningDto;
import app.upline.platform.validation.Fault;
import app.upline.record.BatchResult;
import app.upline.record.BatchResult.Did;
import java.util.List;
import java.util.stream.IntStream;

/** What came of a batch, in the words of the contract. */
public final class BatchModels {

  private BatchModels() {}

  public static BatchResultDto of(BatchResult result, BatchRequest request) {
    List<BatchResult.Row> rows = result.rows();
    return new BatchResultDto()
        .mode(request.mode())
        .created(result.count(Did.CREATED))
        .changed(result.count(Did.CHANGED))
        .unchanged(result.count(Did.UNCHANGED))
        .rows(IntStream.range(0, rows.size()).mapToObj(i -> row(i, rows.get(i))).toList());
  }

  public static List<WarningDto> warnings(List<Fault> warnings) {
    return warnings.stream()
        .map(
            warning ->
                new WarningDto()
                    .pointer(warning.pointer())
                    .code(warning.code())
                    .message(warning.message()))
        .toList();
  }

  /** What a dry run would create has no name that lasts. */
  private static BatchRowDto row(int index, BatchResult.Row row) {
    boolean lasts = row.written() || row.did() != Did.CREATED;
    return new BatchRowDto()
        .index(index)
        .outcome(outcome(row.did()))
        .id(lasts ? row.id() : null)
        .reference(lasts ? row.reference() : null)
        .warnings(warnings(row.warnings()));
  }

  private static RowOutcomeDto outcome(Did did) {
    return switch (did) {
      case CREATED -> RowOutcomeDto.CREATED;
      case CHANGED -> RowOutcomeDto.CHANGED;
      case UNCHANGED -> RowOutcomeDto.UNCHANGED;
    };
  }
}
