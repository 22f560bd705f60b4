package app.upline.relationship;

import app.upline.platform.fields.Draft;
import app.upline.record.BatchRows;
import app.upline.record.BatchRun;
import app.upline.record.OwnReference;
import app.upline.record.Voiding;
import io.micronaut.json.tree.JsonNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch of relationships of one agency. A row may name the relationship above it by
 * its reference, since another row of the batch has no id yet.
 */
final class RelationshipBatchRows implements BatchRows<Relationship, RelationshipDetails> {

  private static final String UPSTREAM_REFERENCE = "upstreamReference";
  private static final String POINTER = "/" + UPSTREAM_REFERENCE;

  private final RelationshipRows rows;
  private final UUID agencyId;
  private final LocalDate today;
  private final Supplier<UUID> newId;
  private final Map<String, UUID> upstreams = new HashMap<>();

  private RelationshipBatchRows(
      RelationshipRows rows, UUID agencyId, LocalDate today, Supplier<UUID> newId) {
    this.rows = rows;
    this.agencyId = agencyId;
    this.today = today;
    this.newId = newId;
  }

  /** Looks up the relationships above, for all rows at once. */
  static RelationshipBatchRows of(
      RelationshipRows rows,
      UUID agencyId,
      List<JsonNode> items,
      LocalDate today,
      Supplier<UUID> newId) {
    RelationshipBatchRows batch = new RelationshipBatchRows(rows, agencyId, today, newId);
    Set<String> above = BatchRun.texts(items, UPSTREAM_REFERENCE);
    batch.byOwnReference(above).forEach(r -> batch.know(batch.ownReference(r.details()), r.id()));
    batch.byReference(above).forEach(r -> batch.know(r.reference(), r.id()));
    return batch;
  }

  private void know(@Nullable String reference, UUID id) {
    if (reference != null) {
      upstreams.put(OwnReference.keyOfAny(reference), id);
    }
  }

  @Override
  public String member() {
    return RelationshipBatch.MEMBER;
  }

  @Override
  public String unknownReference() {
    return "Your register has no relationship of this reference; leave it out of a new one.";
  }

  @Override
  public String duplicateRow(int other) {
    return "Row " + other + " is about the same relationship.";
  }

  @Override
  public Collection<Relationship> byReference(Collection<String> references) {
    return rows.byReference(agencyId, references);
  }

  @Override
  public Collection<Relationship> byOwnReference(Collection<String> references) {
    return rows.byOwnReference(agencyId, references);
  }

  @Override
  public @Nullable String ownReference(RelationshipDetails details) {
    return details.ownReference();
  }

  @Override
  public UUID newId() {
    return newId.get();
  }

  @Override
  public Read<RelationshipDetails> read(
      @Nullable Relationship before, JsonNode json, Function<String, Optional<UUID>> ofRow) {
    if (before != null && before.details().isVoided()) {
      return new Read<>(null, List.of(Voiding.refused(before)), false);
    }
    JsonNode members = withoutUpstreamReference(json);
    Draft<RelationshipDetails> draft =
        before == null
            ? RelationshipFields.ALL.read(members)
            : RelationshipFields.ALL.read(RelationshipFields.ALL.write(before.details()), members);
    placeBeneath(json, draft, ofRow);
    RelationshipDetails details = RelationshipRules.check(draft, today);
    return new Read<>(details, draft.faults(), draft.isMisshapen());
  }

  private void placeBeneath(
      JsonNode json, Draft<RelationshipDetails> draft, Function<String, Optional<UUID>> ofRow) {
    JsonNode reference = json.isObject() ? json.get(UPSTREAM_REFERENCE) : null;
    if (reference == null || reference.isNull()) {
      return;
    }
    if (!reference.isString()) {
      draft.misshapen(POINTER, "WRONG_TYPE", "Expected a text.");
      return;
    }
    if (json.get("upstreamId") != null) {
      draft.fault(
          POINTER, "CONTRADICTS", "Give “upstreamId” or “upstreamReference”, and not both.");
      return;
    }
    String text = reference.getStringValue().strip();
    Optional<UUID> id =
        Optional.ofNullable(upstreams.get(OwnReference.keyOfAny(text))).or(() -> ofRow.apply(text));
    id.ifPresentOrElse(
        above -> draft.set(RelationshipFields.UPSTREAM, above),
        () ->
            draft.fault(
                POINTER,
                "UNKNOWN_UPSTREAM",
                "No relationship of your register or of this batch has this reference."));
  }

  private static JsonNode withoutUpstreamReference(JsonNode json) {
    if (!json.isObject()) {
      return json;
    }
    Map<String, JsonNode> members = new LinkedHashMap<>();
    json.entries().forEach(member -> members.put(member.getKey(), member.getValue()));
    members.remove(UPSTREAM_REFERENCE);
    return JsonNode.createObjectNode(members);
  }
}
