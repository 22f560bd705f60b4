package app.upline.workbook;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** A workbook file about to be copied part by part, with some parts changed and some added. */
final class PackageEdit {

  /** Writes the new content of a part. */
  interface Content {
    void write(OutputStream out) throws IOException, XMLStreamException;
  }

  /** Turns a part, or for a new one what it starts from, into its new content. */
  interface Rewrite {
    void write(Xml in, Writer out) throws IOException, XMLStreamException;
  }

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  /** In lower case; spreadsheets do not open one of these under the name of a workbook. */
  private static final Set<String> OTHER_WORKBOOKS =
      Set.of(
          "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
          "application/vnd.ms-excel.sheet.macroenabled.main+xml",
          "application/vnd.ms-excel.template.macroenabled.main+xml");

  private static final String NO_RELATIONSHIPS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";
  private static final String TRANSITIONAL =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

  private final OpcPackage parts;
  private final String relationshipTypes;
  private final Map<String, Content> contents = new LinkedHashMap<>();
  private final Map<String, StringBuilder> relationships = new LinkedHashMap<>();
  private final StringBuilder contentTypes = new StringBuilder();
  private final Set<String> dropped = new HashSet<>();
  private final Set<String> droppedTypes = new HashSet<>();
  private int added;

  PackageEdit(OpcPackage parts, boolean strict) {
    this.parts = parts;
    this.relationshipTypes = strict ? STRICT : TRANSITIONAL;
  }

  /**
   * The namespace of attributes that point to a relationship, and the root of the relationships'
   * types.
   */
  String relationshipTypes() {
    return relationshipTypes;
  }

  /**
   * Leaves a part out, with what points to it.
   *
   * @param from the part that points to it, and to no other by this type
   */
  void drop(String from, String type, String part) {
    dropped.add(part.toLowerCase(Locale.ROOT));
    droppedTypes.add("/" + type);
    relationships.computeIfAbsent(from, key -> new StringBuilder());
  }

  void replace(String part, Content content) {
    contents.put(part, content);
  }

  void rewrite(String part, Rewrite rewrite) {
    contents.put(
        part,
        out -> {
          try (InputStream in = parts.read(part);
              Xml xml = Xml.read(in)) {
            rewrite.write(xml, writer(out));
          }
        });
  }

  /** Adds a part by its usual name where that is free: some readers go by names. */
  String addAs(String stem, String extension, String contentType, Content content) {
    String name = stem + extension;
    if (parts.has(name) || contents.containsKey(name)) {
      return add(stem, extension, contentType, content);
    }
    return put(name, contentType, content);
  }

  /** Adds a part; the name is made unique, in the manner of Excel: some readers go by names. */
  String add(String stem, String extension, String contentType, Content content) {
    int number = 1;
    while (parts.has(stem + number + extension)
        || contents.containsKey(stem + number + extension)) {
      number++;
    }
    return put(stem + number + extension, contentType, content);
  }

  private String put(String name, String contentType, Content content) {
    contents.put(name, content);
    contentTypes.append(
        "<%%1$sOverride PartName=\"/%s\" ContentType=\"%s\"/>".formatted(name, contentType));
    return name;
  }

  /** Points from a part to another, relatively as Excel does, and says by which id. */
  String relate(String part, String type, String target) throws IOException, XMLStreamException {
    Set<String> taken = new LinkedHashSet<>();
    parts.relationships(part).forEach(relationship -> taken.add(relationship.id()));
    String id;
    do {
      id = "rIdMark" + ++added;
    } while (taken.contains(id));
    relationships
        .computeIfAbsent(part, key -> new StringBuilder())
        .append(
            "<%%1$sRelationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
                .formatted(
                    id,
                    relationshipTypes,
                    type,
                    XmlCopy.escape(seenFrom(part, target)).replace("%", "%%")));
    return id;
  }

  void write(OutputStream out) throws IOException, XMLStreamException {
    relationships.forEach(this::editRelationships);
    rewrite(
        PackageCheck.CONTENT_TYPES,
        (in, writer) ->
            XmlCopy.appending(
                in,
                writer,
                "Types",
                prefix -> contentTypes.toString().formatted(prefix),
                PackageEdit::ordinary,
                this::isOfDropped));
    Map<String, Content> left = new LinkedHashMap<>();
    contents.forEach((name, content) -> left.put(name.toLowerCase(Locale.ROOT), content));
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (String name : parts.names()) {
      if (dropped.contains(name.toLowerCase(Locale.ROOT))) {
        continue;
      }
      zip.putNextEntry(new ZipEntry(name));
      Content content = left.remove(name.toLowerCase(Locale.ROOT));
      if (content == null) {
        try (InputStream in = parts.read(name)) {
          in.transferTo(zip);
        }
      } else {
        content.write(zip);
      }
      zip.closeEntry();
    }
    for (Map.Entry<String, Content> content : contents.entrySet()) {
      if (left.containsKey(content.getKey().toLowerCase(Locale.ROOT))) {
        zip.putNextEntry(new ZipEntry(content.getKey()));
        content.getValue().write(zip);
        zip.closeEntry();
      }
    }
    zip.finish();
    zip.flush();
  }

  static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** By text alone: not every name of a part is one for the file system's alphabet. */
  private static String seenFrom(String part, String target) {
    String[] from = part.split("/");
    String[] to = target.split("/");
    int shared = 0;
    while (shared < Math.min(from.length, to.length) - 1 && from[shared].equals(to[shared])) {
      shared++;
    }
    return "../".repeat(from.length - 1 - shared)
        + String.join("/", Arrays.asList(to).subList(shared, to.length));
  }

  /** What is given back is a workbook, whatever kind of one, or of a template, it was saved as. */
  private static Map<String, @Nullable String> ordinary(Xml in) {
    String type = in.attribute("ContentType");
    return type != null && OTHER_WORKBOOKS.contains(type.toLowerCase(Locale.ROOT))
        ? Map.of("ContentType", WORKBOOK)
        : Map.of();
  }

  private boolean isOfDropped(Xml in) {
    String part = in.name().equals("Override") ? in.attribute("PartName") : null;
    return part != null && dropped.contains(part.substring(1).toLowerCase(Locale.ROOT));
  }

  private boolean pointsToDropped(Xml in) {
    String type = in.name().equals("Relationship") ? in.attribute("Type") : null;
    return type != null && droppedTypes.stream().anyMatch(type::endsWith);
  }

  private void editRelationships(String part, StringBuilder additions) {
    String name = OpcPackage.relationshipsPart(part);
    contents.put(
        name,
        out -> {
          try (InputStream in =
                  parts.has(name)
                      ? parts.read(name)
                      : new ByteArrayInputStream(
                          NO_RELATIONSHIPS.getBytes(StandardCharsets.UTF_8));
              Xml xml = Xml.read(in)) {
            XmlCopy.appending(
                xml,
                writer(out),
                "Relationships",
                prefix -> additions.toString().formatted(prefix),
                element -> Map.of(),
                this::pointsToDropped);
          }
        });
  }
}
