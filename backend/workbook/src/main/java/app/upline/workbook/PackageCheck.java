package app.upline.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamException;

/**
 * Looks through a whole zip file before anything of it is used: how much it unpacks to, counted and
 * not believed; that no part is damaged; that every XML part is well-formed and has no DTD; that it
 * is a workbook, has no macros and no files within.
 */
final class PackageCheck {

  static final String CONTENT_TYPES = "[Content_Types].xml";

  /** Below this a high ratio is harmless and common. */
  private static final int GRACE = 1024 * 1024;

  private final ZipParts zip;
  private final WorkbookLimits limits;
  private final long allowance;
  private long inflated;

  private PackageCheck(ZipParts zip, long fileSize, WorkbookLimits limits) {
    this.zip = zip;
    this.limits = limits;
    this.allowance =
        Math.min(limits.maxInflatedBytes(), GRACE + fileSize * limits.maxInflationRatio());
  }

  static void check(ZipParts zip, long fileSize, WorkbookLimits limits)
      throws WorkbookRefusedException, IOException, XMLStreamException {
    PackageCheck check = new PackageCheck(zip, fileSize, limits);
    check.names();
    check.kind();
    check.contents();
  }

  private void names() throws WorkbookRefusedException {
    if (zip.size() > limits.maxEntries()) {
      throw WorkbookRefusedException.bomb();
    }
    Set<String> seen = new HashSet<>();
    for (ZipEntry entry : entries()) {
      String name = OpcPackage.nameOf(entry);
      boolean strays = name.startsWith("/") || name.contains(":") || name.contains("..");
      if (strays || !seen.add(name.toLowerCase(Locale.ROOT))) {
        throw WorkbookRefusedException.notAWorkbook(
            "The file holds parts that a workbook does not have.");
      }
    }
  }

  private void kind() throws WorkbookRefusedException, IOException, XMLStreamException {
    ZipEntry types = zip.getEntry(CONTENT_TYPES);
    if (types == null) {
      throw ForeignFile.zip(zip);
    }
    boolean workbook = false;
    boolean macros = false;
    boolean links = false;
    try (Metered in = new Metered(types);
        Xml xml = Xml.read(in)) {
      while (in.refusalFree() && xml.nextStart()) {
        String type = xml.attribute("ContentType");
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (lower.contains("sheet.binary")) {
          throw WorkbookRefusedException.notAWorkbook(
              "The file is a binary workbook (.xlsb). Save it as .xlsx and send that.");
        }
        macros |= lower.contains("vbaproject") || lower.contains("macrosheet");
        links |= lower.contains("externallink");
        ActiveContent.checkType(lower);
        workbook |=
            lower.contains("spreadsheetml.sheet.main+xml")
                || lower.contains("spreadsheetml.template.main+xml")
                // What is saved so that it could hold macros need not hold any.
                || lower.contains("excel.sheet.macroenabled.main+xml")
                || lower.contains("excel.template.macroenabled.main+xml");
      }
    }
    macros |= holdsPart("vbaproject") || holdsPart("macrosheets/");
    links |= holdsPart("externallinks/");
    if (macros) {
      throw new WorkbookRefusedException(
          WorkbookRefusedException.Reason.MACRO_ENABLED,
          "The workbook holds macros. Save it as an ordinary workbook (.xlsx) and send that.");
    }
    if (!workbook) {
      throw WorkbookRefusedException.notAWorkbook(
          "The file is an Office document, but not a workbook. Copy its table into a spreadsheet, save it as .xlsx and send that.");
    }
    if (links) {
      throw new WorkbookRefusedException(
          WorkbookRefusedException.Reason.LINKS_ELSEWHERE,
          "The workbook links to other workbooks. Break the links (in Excel: Data, Edit Links or Workbook Links, Break Link), save it and send that.");
    }
  }

  private boolean holdsPart(String name) {
    return entries().stream()
        .anyMatch(entry -> OpcPackage.nameOf(entry).toLowerCase(Locale.ROOT).contains(name));
  }

  private void contents() throws WorkbookRefusedException, IOException, XMLStreamException {
    Map<String, byte[]> binaries = new LinkedHashMap<>();
    for (ZipEntry entry : entries()) {
      if (entry.isDirectory()) {
        continue;
      }
      String name = entry.getName().toLowerCase(Locale.ROOT);
      try (Metered in = new Metered(entry)) {
        try {
          ActiveContent.checkName(name);
          if (name.endsWith(".rels")) {
            ActiveContent.checkRelationships(in);
          } else if (name.endsWith(".xml") || name.endsWith(".svg")) {
            ActiveContent.checkPart(name, in);
          } else {
            binaries.putIfAbsent(name, in.readNBytes(FileKind.MAGIC_BYTES));
          }
          in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException | XMLStreamException | RuntimeException e) {
          in.refusalFree();
          throw e;
        }
        if (in.crc.getValue() != entry.getCrc()) {
          throw new IOException("A part does not match its checksum.");
        }
      }
    }
    // Whatever they hold, they are not too much of it.
    for (Map.Entry<String, byte[]> binary : binaries.entrySet()) {
      ActiveContent.checkBinary(binary.getKey(), binary.getValue());
    }
  }

  private List<? extends ZipEntry> entries() {
    return zip.stream().toList();
  }

  /** Counts what really comes out of an entry and stops when it is too much. */
  private final class Metered extends FilterInputStream {

    private final long ownAllowance;
    private final CRC32 crc = new CRC32();
    private long own;
    private boolean exceeded;

    Metered(ZipEntry entry) throws IOException {
      super(zip.getInputStream(entry));
      this.ownAllowance = GRACE + entry.getCompressedSize() * limits.maxInflationRatio();
    }

    boolean refusalFree() throws WorkbookRefusedException {
      if (exceeded) {
        throw WorkbookRefusedException.bomb();
      }
      return true;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count > 0) {
        crc.update(buffer, offset, count);
        own += count;
        inflated += count;
        if (own > ownAllowance || inflated > allowance) {
          exceeded = true;
          throw new IOException("Inflates to too much.");
        }
      }
      return count;
    }
  }
}
