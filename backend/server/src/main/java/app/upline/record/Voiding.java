package app.upline.record;

import app.upline.platform.fields.Difference;
import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.validation.Fault;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a record was made by mistake, whatever kind it is: a revision like any other, which says why
 * and nothing else that is new. Nothing of it changes until the voiding is taken back.
 */
public final class Voiding {

  /** Said of a row that would change a voided record. */
  public static final String CODE = "VOIDED";

  private static final String MEMBER = "voidReason";
  private static final int SHORTEST = 2;
  private static final int LONGEST = 500;

  private Voiding() {}

  /** The content with the reason, if there is one. */
  public static JsonNode write(JsonNode content, @Nullable String reason) {
    if (reason == null) {
      return content;
    }
    Map<String, JsonNode> members = new LinkedHashMap<>();
    content.entries().forEach(member -> members.put(member.getKey(), member.getValue()));
    members.put(MEMBER, JsonNode.createStringNode(reason));
    return JsonNode.createObjectNode(members);
  }

  /** What differs in this between two revisions. */
  public static List<Difference> differences(@Nullable String before, @Nullable String after) {
    return Objects.equals(before, after)
        ? List.of()
        : List.of(new Difference("/" + MEMBER, "Voided, because", before, after));
  }

  /** Without the blanks around it; null when nothing is left. */
  public static @Nullable String tidy(@Nullable String reason) {
    return reason == null || reason.isBlank() ? null : reason.strip();
  }

  /** What is wrong with a reason, once tidied; carriers read it. */
  public static Optional<Fault> fault(@Nullable String tidied) {
    if (tidied == null) {
      return Optional.of(new Fault("/reason", "REQUIRED", "Enter the reason in a few words."));
    }
    int length = tidied.codePointCount(0, tidied.length());
    return length < SHORTEST || length > LONGEST
        ? Optional.of(new Fault("/reason", "LENGTH", "Enter 2 to 500 characters."))
        : PersonalNumbers.fault("/reason", tidied);
  }

  /** Why a voided record cannot be changed, and what can be done. */
  public static String refusal(String reference) {
    return "%s was voided, so nothing of it can be changed. If that was a mistake, restore it first."
        .formatted(reference);
  }

  /** The same as a fault of a row. */
  public static Fault refused(VersionedRecord<?> record) {
    return new Fault("/reference", CODE, refusal(record.reference()));
  }
}
