package app.upline.platform.workbook;

import io.micronaut.context.annotation.Context;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;

/**
 * The process-wide limits of the library that reads old-style containers and edits styles; set once
 * at the start, before anybody's file can come.
 */
@Context
final class PoiLimits {

  private static final int MAX_ALLOCATION = 64 * 1024 * 1024;

  static {
    WorkbookLimits limits = WorkbookLimits.defaults();
    ZipSecureFile.setMinInflateRatio(1.0 / limits.maxInflationRatio());
    ZipSecureFile.setMaxEntrySize(limits.maxInflatedBytes());
    ZipSecureFile.setMaxFileCount(limits.maxEntries());
    IOUtils.setByteArrayMaxOverride(MAX_ALLOCATION);
  }

  PoiLimits() {
    apply();
  }

  static void apply() {
    // The static initialiser has done it.
  }
}
