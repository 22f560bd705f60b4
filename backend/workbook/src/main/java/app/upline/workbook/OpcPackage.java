package app.upline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The parts of a checked workbook file, by name and by the relationships between them. */
final class OpcPackage implements AutoCloseable {

  /**
   * A part's pointer to another.
   *
   * @param type the last word of the relationship's type, such as {@code worksheet}
   * @param target the other part's name
   */
  record Relationship(String id, String type, String target) {}

  private final ZipParts zip;
  private final Map<String, ZipEntry> parts = new LinkedHashMap<>();

  private OpcPackage(ZipParts zip) {
    this.zip = zip;
    zip.stream()
        .filter(entry -> !entry.isDirectory())
        .forEach(entry -> parts.put(nameOf(entry).toLowerCase(Locale.ROOT), entry));
  }

  /** Some programs write the separators of Windows; spreadsheets open what they write. */
  static String nameOf(ZipEntry entry) {
    return entry.getName().replace('\\', '/');
  }

  static OpcPackage open(Path file, WorkbookLimits limits)
      throws WorkbookRefusedException, IOException, XMLStreamException {
    ZipParts zip = ZipParts.open(file);
    try {
      PackageCheck.check(zip, Files.size(file), limits);
      return new OpcPackage(zip);
    } catch (Throwable e) {
      zip.close();
      throw e;
    }
  }

  /** The names of all parts, as stored and in the file's order. */
  List<String> names() {
    return parts.values().stream().map(OpcPackage::nameOf).toList();
  }

  boolean has(String name) {
    return parts.containsKey(name.toLowerCase(Locale.ROOT));
  }

  InputStream read(String name) throws IOException {
    ZipEntry entry = parts.get(name.toLowerCase(Locale.ROOT));
    if (entry == null) {
      throw new IOException("The workbook lacks a part.");
    }
    return zip.getInputStream(entry);
  }

  /** Where the workbook itself is. */
  String workbookPart() throws IOException, XMLStreamException {
    return related("", "officeDocument").orElse("xl/workbook.xml");
  }

  Optional<String> related(String part, String type) throws IOException, XMLStreamException {
    return relationships(part).stream()
        .filter(relationship -> relationship.type().equals(type))
        .map(Relationship::target)
        .findFirst();
  }

  /** What a part points to within the file; pointers to the outside are left out. */
  List<Relationship> relationships(String part) throws IOException, XMLStreamException {
    String name = relationshipsPart(part);
    List<Relationship> found = new ArrayList<>();
    if (!has(name)) {
      return found;
    }
    try (InputStream in = read(name);
        Xml xml = Xml.read(in)) {
      while (xml.nextStart()) {
        if (xml.name().equals("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
          if (found.size() > zip.size()) {
            throw new IOException("A part points to more parts than there are.");
          }
          String type = xml.requiredAttribute("Type");
          found.add(
              new Relationship(
                  xml.requiredAttribute("Id"),
                  type.substring(type.lastIndexOf('/') + 1),
                  resolve(part, xml.requiredAttribute("Target"))));
        }
      }
    }
    return found;
  }

  static String relationshipsPart(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  static String resolve(String part, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    List<String> path = new ArrayList<>(List.of(part.split("/")));
    path.removeLast();
    for (String step : target.split("/")) {
      if (step.equals("..") && !path.isEmpty()) {
        path.removeLast();
      } else if (!step.equals(".") && !step.equals("..")) {
        path.add(step);
      }
    }
    return String.join("/", path);
  }

  @Nullable ZipEntry entry(String name) {
    return parts.get(name.toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
