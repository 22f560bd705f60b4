package app.upline.submission;

import app.upline.platform.digest.Sha256;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a receipt vouches for, format {@code upline-disclosure/1}: UTF-8, one canonical
 * JSON document (RFC 8785) a line, each line ended by LF. First the header, then the items by the
 * record's id. Made from what is stored whenever it is asked for, so that a changed row shows.
 */
@Singleton
final class CanonicalContent {

  static final String FORMAT = "upline-disclosure/1";

  /** How many items are in memory at a time. */
  private static final int BATCH = 500;

  private final Database database;
  private final DisclosableTypes kinds;
  private final JsonMapper json;

  CanonicalContent(Database database, DisclosableTypes kinds, JsonMapper json) {
    this.database = database;
    this.kinds = kinds;
    this.json = json;
  }

  /** The content as a stream that reads the database as it is read. */
  InputStream stream(ContentHeader header) {
    Iterator<byte[]> chunks = new Chunks(header);
    return new SequenceInputStream(
        new Enumeration<InputStream>() {
          @Override
          public boolean hasMoreElements() {
            return chunks.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return new ByteArrayInputStream(chunks.next());
          }
        });
  }

  /** The SHA-256 of the content in lower-case hexadecimal. */
  String sha256(ContentHeader header) {
    MessageDigest digest = Sha256.begin();
    new Chunks(header).forEachRemaining(digest::update);
    return Sha256.hex(digest);
  }

  /** The header line, then the lines of a batch of items at a time. */
  private final class Chunks implements Iterator<byte[]> {

    private final ContentHeader header;
    private boolean begun;
    private @Nullable UUID after = Ids.BEFORE_ALL;

    Chunks(ContentHeader header) {
      this.header = header;
    }

    @Override
    public boolean hasNext() {
      return after != null;
    }

    @Override
    public byte[] next() {
      if (after == null) {
        throw new NoSuchElementException();
      }
      if (!begun) {
        begun = true;
        return bytes(headerLine(header));
      }
      List<Line> lines = lines(header, after);
      after = lines.size() < BATCH ? null : lines.getLast().recordId();
      StringBuilder text = new StringBuilder();
      lines.forEach(line -> text.append(line.text()));
      return bytes(text.toString());
    }
  }

  private record Line(UUID recordId, String text) {}

  private List<Line> lines(ContentHeader header, UUID after) {
    SubmissionKind kind = header.submission().kind();
    UUID submissionId = header.submission().id();
    return database.reading(
        () ->
            database.query(
                ReadingStatements.items(kind)
                    .select(ReadingStatements.contentColumns(kind))
                    .add(
                        "where i.submission_id = ? and i.revision = ?",
                        submissionId,
                        header.revision())
                    .add(ReadingStatements.after(kind), after)
                    .add(ReadingStatements.order(kind), BATCH),
                row -> line(kind.noun(), kinds.of(kind), row)));
  }

  /** The members in the order of RFC 8785; the content is canonical as it is stored. */
  private static Line line(String noun, DisclosableType kind, ResultSet row) throws SQLException {
    UUID recordId = Database.uuid(row, "record_id");
    Map<String, String> members = new TreeMap<>(kind.itemMembers(row));
    members.put("changeType", quoted(row.getString("change_type")));
    members.put("content", row.getString("content"));
    members.put("reference", quoted(row.getString("reference")));
    members.put(noun + "Id", quoted(recordId.toString()));
    members.put("revision", row.getString("record_revision"));
    String text =
        members.entrySet().stream()
            .map(member -> quoted(member.getKey()) + ":" + member.getValue())
            .collect(Collectors.joining(",", "{", "}\n"));
    return new Line(recordId, text);
  }

  /** Codes, references and ids hold nothing that JSON would escape. */
  private static String quoted(String plain) {
    return '"' + plain + '"';
  }

  private String headerLine(ContentHeader header) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("format", text(FORMAT));
    members.put("kind", text(header.submission().kind().name()));
    members.put("submissionReference", text(header.submission().reference()));
    members.put("submissionRevision", JsonNode.createNumberNode(header.revision()));
    members.put("agency", party(header.agency()));
    members.put("carrier", party(header.carrier()));
    members.put("attestation", attestation(header.attestation()));
    members.put("submittedAt", text(header.submittedAt().toString()));
    members.put("itemCount", JsonNode.createNumberNode(header.itemCount()));
    if (header.submission().period() != null) {
      members.put("period", text(header.submission().period().toString()));
    }
    if (header.reasons().late() != null) {
      members.put("lateReason", text(header.reasons().late()));
    }
    if (header.reasons().freeText() != null) {
      members.put("freeTextReason", text(header.reasons().freeText()));
    }
    try {
      String written = json.writeValueAsString(JsonNode.createObjectNode(members));
      return new JsonCanonicalizer(written).getEncodedString() + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode attestation(Attestation attestation) {
    return JsonNode.createObjectNode(
        Map.of(
            "attestedBy", text(attestation.attestedBy()),
            "title", text(attestation.title()),
            "wordingVersion", text(attestation.wordingVersion()),
            "wording", text(attestation.wording()),
            "attestedAt", text(attestation.attestedAt().toString())));
  }

  private static JsonNode party(OrganizationRef party) {
    return JsonNode.createObjectNode(
        Map.of("id", text(party.id().toString()), "name", text(party.name())));
  }

  private static JsonNode text(String value) {
    return JsonNode.createStringNode(value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
