package app.upline.platform.workbook;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** The limits of uploads; an operator may change the two that people meet. */
@Factory
final class WorkbookLimitsFactory {

  @Singleton
  WorkbookLimits limits(
      @Value("${upline.workbook.max-rows:50000}") int maxRows,
      @Value("${upline.workbook.max-bytes:10485760}") long maxBytes) {
    WorkbookLimits defaults = WorkbookLimits.defaults();
    return new WorkbookLimits(
        maxBytes,
        maxRows,
        defaults.maxColumns(),
        defaults.maxCellLength(),
        defaults.maxInflatedBytes(),
        defaults.maxInflationRatio(),
        defaults.maxEntries(),
        defaults.maxSheets());
  }
}
