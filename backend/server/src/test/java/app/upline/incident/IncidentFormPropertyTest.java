package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.fields.Difference;
import app.upline.platform.fields.MergePatch;
import io.micronaut.json.tree.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an incident holds: its forms lead back to it, and differences tell all of a change. */
class IncidentFormPropertyTest {

  @Property(tries = 300)
  void whatIsWrittenIsReadBack(@ForAll("incidents") IncidentDetails incident) {
    assertThat(checked(IncidentForm.read(typed(incident)).with(incident.attachments()), incident))
        .isEqualTo(incident);
    assertThat(checked(IncidentForm.draftOf(incident), incident)).isEqualTo(incident);
  }

  @Property(tries = 300)
  void anEmptyPatchChangesNothing(@ForAll("incidents") IncidentDetails incident) {
    IncidentDraft draft = IncidentForm.read(incident, JsonNode.createObjectNode(Map.of()));
    assertThat(checked(draft, incident)).isEqualTo(incident);
  }

  @Property(tries = 300)
  void thePatchFromOneToAnotherMakesTheOther(
      @ForAll("incidents") IncidentDetails before, @ForAll("incidents") IncidentDetails after) {
    JsonNode target = typed(before);
    JsonNode wanted = typed(after);
    JsonNode patch = patch(target, wanted);
    assertThat(MergePatch.apply(target, patch)).isEqualTo(wanted);
    IncidentDraft draft = IncidentForm.read(before, patch);
    assertThat(checked(draft.with(after.attachments()), after)).isEqualTo(after);
  }

  @Property(tries = 300)
  void differencesAreEmptyExactlyWhenNothingChanged(
      @ForAll("incidents") IncidentDetails before, @ForAll("incidents") IncidentDetails after) {
    assertThat(IncidentForm.differences(before, before)).isEmpty();
    List<Difference> there = IncidentForm.differences(before, after);
    assertThat(there.isEmpty()).isEqualTo(before.equals(after));
    Set<String> pointers = pointers(there);
    Set<String> back = pointers(IncidentForm.differences(after, before));
    assertThat(back).isEqualTo(pointers);
  }

  private static Set<String> pointers(List<Difference> differences) {
    return differences.stream()
        .map(Difference::pointer)
        .filter(pointer -> !pointer.startsWith(IncidentDraft.ACTIONS))
        .collect(Collectors.toSet());
  }

  /** The shortest merge patch from one object to another. */
  private static JsonNode patch(JsonNode from, JsonNode to) {
    Map<String, JsonNode> patch = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    from.entries().forEach(member -> names.add(member.getKey()));
    to.entries().forEach(member -> names.add(member.getKey()));
    for (String name : names) {
      JsonNode was = from.get(name);
      JsonNode is = to.get(name);
      if (is == null) {
        patch.put(name, JsonNode.nullNode());
      } else if (was == null || !was.isObject() || !is.isObject()) {
        patch.put(name, is);
      } else if (!was.equals(is)) {
        patch.put(name, patch(was, is));
      }
    }
    return JsonNode.createObjectNode(patch);
  }

  /** Without what no caller writes. */
  private static JsonNode typed(IncidentDetails incident) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    IncidentForm.write(incident)
        .entries()
        .forEach(member -> members.put(member.getKey(), member.getValue()));
    members.remove(AttachmentForm.MEMBER);
    return JsonNode.createObjectNode(members);
  }

  /** As the rules make it; the other incident's actions are known, so that their ids may stay. */
  private static IncidentDetails checked(IncidentDraft draft, IncidentDetails known) {
    IncidentDetails details =
        IncidentRules.check(draft, known, AnyIncident.TODAY, UUID::randomUUID);
    assertThat(draft.faults()).isEmpty();
    return details;
  }

  @Provide
  Arbitrary<IncidentDetails> incidents() {
    return AnyIncident.any();
  }
}
