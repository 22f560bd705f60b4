package app.upline.sheet;

import app.upline.workbook.PoiLimits;
import app.upline.workbook.TemporaryFolder;
import app.upline.workbook.WorkbookLimits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/**
 * Sets up the library that reads and writes workbooks: before anybody's file can come, its limits,
 * of which an operator may change the two that people meet, and its folder.
 */
@Factory
final class WorkbookLibrary {

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

  @Context
  @Bean(preDestroy = "close")
  TemporaryFolder temporaryFolder() {
    PoiLimits.apply();
    return new TemporaryFolder(Path.of(System.getProperty("java.io.tmpdir")));
  }
}
