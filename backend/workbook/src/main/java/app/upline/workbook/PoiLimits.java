package app.upline.workbook;

import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;

/**
 * The process-wide limits of the library that reads old-style containers and edits styles; set once
 * at the start, before anybody's file can come.
 */
public final class PoiLimits {

  private static final int MAX_ALLOCATION = 64 * 1024 * 1024;

  static {
    WorkbookLimits limits = WorkbookLimits.defaults();
    ZipSecureFile.setMinInflateRatio(1.0 / limits.maxInflationRatio());
    ZipSecureFile.setMaxEntrySize(limits.maxInflatedBytes());
    ZipSecureFile.setMaxFileCount(limits.maxEntries());
    IOUtils.setByteArrayMaxOverride(MAX_ALLOCATION);
  }

  private PoiLimits() {}

  /** Sets them, once. */
  public static void apply() {
    // The static initializer has done it.
  }
}
