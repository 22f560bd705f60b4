package app.upline.workbook;

import app.upline.workbook.WorkbookRefusedException.Reason;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * What of a workbook does something when it is opened, or fetches something, or holds another file.
 * What people get back is a copy of what was sent, so nothing like it is taken in. What parts of a
 * workbook may point to is listed here; all else is refused.
 */
final class ActiveContent {

  /** The last words of the types of relationships that ordinary workbooks have. */
  private static final Set<String> RELATIONSHIPS =
      Set.of(
          "officeDocument",
          "core-properties",
          "extended-properties",
          "custom-properties",
          "thumbnail",
          "classificationlabels",
          "origin",
          "signature",
          "certificate",
          "worksheet",
          "chartsheet",
          "theme",
          "themeOverride",
          "styles",
          "sharedStrings",
          "calcChain",
          "sheetMetadata",
          "drawing",
          "vmlDrawing",
          "image",
          "chart",
          "chartEx",
          "chartUserShapes",
          "chartStyle",
          "chartColorStyle",
          "comments",
          "threadedComment",
          "person",
          "table",
          "tableSingleCells",
          "xmlMaps",
          "pivotTable",
          "pivotCacheDefinition",
          "pivotCacheRecords",
          "slicer",
          "slicerCache",
          "timeline",
          "timelineCache",
          "printerSettings",
          "customProperty",
          "customXml",
          "customXmlProps",
          "hyperlink",
          "diagramData",
          "diagramLayout",
          "diagramQuickStyle",
          "diagramColors",
          "diagramDrawing",
          "namedSheetView",
          "rdRichValue",
          "rdRichValueStructure",
          "rdRichValueTypes",
          "rdArray",
          "rdSupportingPropertyBag",
          "rdSupportingPropertyBagStructure",
          "richStyles",
          "richValueRel",
          "FeaturePropertyBag",
          "revisionHeaders",
          "revisionLog",
          "usernames",
          "ctrlProp",
          "model3d",
          "hdphoto",
          "documenttasks");

  /** Parts that do something even though nothing may point to them. */
  private static final Pattern DATA =
      Pattern.compile("(?:^|/)(?:connections\\d*\\.xml|querytables/|model/)");

  private static final Pattern PROGRAMS =
      Pattern.compile("(?:^|/)(?:activex|embeddings|customui|webextensions|dialogsheets)/");

  /** Any address but of the web, of mail or of a telephone, and any way through folders. */
  private static final Pattern FILE_OR_PROGRAM =
      Pattern.compile("(?i)^\\s*(?!https?:|mailto:|tel:)(?:[a-z][a-z0-9+.-]*:|/)|\\\\");

  /** Functions that fetch something or start something, and a program's name before a bar. */
  private static final Pattern FETCHING =
      Pattern.compile(
          "(?i)(?<![\\w.])(?:_xlfn\\.|_xlws\\.|_xlpm\\.)*(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER|REGISTER\\.ID|EXEC|SQL\\.REQUEST|STOCKHISTORY|CUBE[A-Z]+|PY|DDE)\\s*\\(|^\\s*[\\w.]+\\|'?");

  /** A function's link, where it is spelled out. */
  private static final Pattern HYPERLINK = Pattern.compile("(?i)HYPERLINK\\s*\\(\\s*\"([^\"]*)\"");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Set<String> FORMULAS =
      Set.of("f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula");
  private static final int LONGEST_FORMULA = 8_192;

  private static final List<byte[]> PICTURES =
      List.of(
          bytes(0x89, 'P', 'N', 'G'),
          bytes(0xFF, 0xD8, 0xFF),
          bytes('G', 'I', 'F', '8'),
          bytes('I', 'I', '*', 0),
          bytes('M', 'M', 0, '*'),
          bytes('I', 'I', 0xBC),
          // Windows' own: enhanced, placeable and plain metafiles, icons, bitmaps.
          bytes(1, 0, 0, 0),
          bytes(0xD7, 0xCD, 0xC6, 0x9A),
          bytes(1, 0, 9, 0),
          bytes(0, 0, 1, 0),
          bytes('B', 'M'));

  private static final List<byte[]> EXECUTABLES =
      List.of(
          bytes('M', 'Z'),
          bytes(0x7F, 'E', 'L', 'F'),
          bytes(0xFE, 0xED, 0xFA),
          bytes(0xCE, 0xFA, 0xED, 0xFE),
          bytes(0xCF, 0xFA, 0xED, 0xFE),
          bytes(0xCA, 0xFE, 0xBA, 0xBE),
          bytes('#', '!'));

  private ActiveContent() {}

  /** By its name, as stored. */
  static void checkName(String part) throws WorkbookRefusedException {
    String name = part.toLowerCase(Locale.ROOT);
    if (DATA.matcher(name).find()) {
      throw data();
    }
    if (PROGRAMS.matcher(name).find()) {
      throw programs();
    }
  }

  /** By its type of content, in lower case, as the package says it. */
  static void checkType(String type) throws WorkbookRefusedException {
    if (type.contains("connections+xml")
        || type.contains("querytable")
        || type.contains("model+data")) {
      throw data();
    }
    if (type.contains("oleobject") || type.contains("activex") || type.contains("webextension")) {
      throw programs();
    }
  }

  /** What a part points to, read to its end. */
  static void checkRelationships(InputStream in)
      throws WorkbookRefusedException, XMLStreamException {
    try (Xml xml = Xml.read(new WordGuard(in))) {
      while (xml.nextStart()) {
        if (xml.name().equals("Relationship")) {
          String type = xml.attribute("Type");
          String target = xml.attribute("Target");
          checkRelationship(
              type == null ? "" : type.substring(type.lastIndexOf('/') + 1),
              target == null ? "" : target.strip(),
              "External".equalsIgnoreCase(xml.attribute("TargetMode")));
        }
      }
    }
  }

  private static void checkRelationship(String type, String target, boolean external)
      throws WorkbookRefusedException {
    if (type.equals("hyperlink")) {
      if (FILE_OR_PROGRAM.matcher(target).find()) {
        throw hyperlink();
      }
    } else if (external) {
      throw links();
    } else if (!RELATIONSHIPS.contains(type)) {
      throw switch (type) {
        case "connections", "queryTable", "powerPivotData" -> data();
        case "externalLink", "externalLinkPath", "attachedTemplate" -> links();
        default -> programs();
      };
    }
  }

  /** An XML part, read to its end. */
  static void checkPart(String part, InputStream in)
      throws WorkbookRefusedException, XMLStreamException {
    boolean picture = part.toLowerCase(Locale.ROOT).endsWith(".svg");
    try (Xml xml = Xml.read(new WordGuard(in))) {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          if (picture) {
            checkPicture(xml);
          } else if (FORMULAS.contains(xml.name())) {
            checkFormula(xml.text(LONGEST_FORMULA));
          } else if (xml.name().equals("cacheSource") && "external".equals(xml.attribute("type"))) {
            throw data();
          } else if (xml.name().equals("ddeLink") || xml.name().equals("oleLink")) {
            throw links();
          }
        }
      }
    }
  }

  private static void checkFormula(String formula) throws WorkbookRefusedException {
    Matcher link = HYPERLINK.matcher(formula);
    while (link.find()) {
      if (FILE_OR_PROGRAM.matcher(link.group(1)).find()) {
        throw hyperlink();
      }
    }
    if (FETCHING.matcher(QUOTED.matcher(formula).replaceAll("\"\"")).find()) {
      throw new WorkbookRefusedException(
          Reason.LINKS_ELSEWHERE,
          "A formula of the workbook fetches data from elsewhere. Copy the cells and paste them as values, save it and send that.");
    }
  }

  private static void checkPicture(Xml xml) throws WorkbookRefusedException {
    boolean active = Set.of("script", "foreignObject", "handler").contains(xml.name());
    for (int i = 0; i < xml.raw().getAttributeCount(); i++) {
      String name = xml.raw().getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      String value = xml.raw().getAttributeValue(i).strip().toLowerCase(Locale.ROOT);
      active |= name.startsWith("on");
      active |= name.equals("href") && !value.startsWith("#") && !value.startsWith("data:image/");
    }
    if (active) {
      throw programs();
    }
  }

  /** Any other part: a picture by its content, or what a printer was set to. */
  static void checkBinary(String part, byte[] start) throws WorkbookRefusedException {
    String name = part.toLowerCase(Locale.ROOT);
    if (FileKind.isContainer(start) || startsWithOneOf(start, EXECUTABLES)) {
      throw programs();
    }
    boolean settings =
        name.endsWith(".bin")
            && (name.contains("printersettings") || name.contains("customproperty"));
    boolean drawing = name.endsWith(".vml");
    if (start.length > 0 && !settings && !drawing && !startsWithOneOf(start, PICTURES)) {
      throw programs();
    }
  }

  private static boolean startsWithOneOf(byte[] start, List<byte[]> beginnings) {
    return beginnings.stream()
        .anyMatch(
            magic ->
                start.length >= magic.length
                    && Arrays.equals(start, 0, magic.length, magic, 0, magic.length));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static WorkbookRefusedException hyperlink() {
    return new WorkbookRefusedException(
        Reason.LINKS_ELSEWHERE,
        "The workbook has a hyperlink that opens a file or a program. Remove it (in Excel: mark the cells, right-click, Remove Hyperlinks), save it and send that.");
  }

  private static WorkbookRefusedException data() {
    return new WorkbookRefusedException(
        Reason.LINKS_ELSEWHERE,
        "The workbook fetches data from elsewhere (a connection, a query or a data model). Remove it (in Excel: Data, Queries & Connections), or copy the table as values into a new workbook, and send that.");
  }

  private static WorkbookRefusedException links() {
    return new WorkbookRefusedException(
        Reason.LINKS_ELSEWHERE,
        "The workbook links to other workbooks or files. Break the links (in Excel: Data, Edit Links or Workbook Links, Break Link), save it and send that.");
  }

  private static WorkbookRefusedException programs() {
    return WorkbookRefusedException.notAWorkbook(
        "The workbook holds another file inside it, an embedded object, a control or an add-in. Remove it, or copy the table into a new workbook, and send that.");
  }
}
