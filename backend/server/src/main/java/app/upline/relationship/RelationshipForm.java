package app.upline.relationship;

import app.upline.platform.fields.Difference;
import app.upline.record.Voiding;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The JSON form of a relationship as it is kept, and what differs between two. */
final class RelationshipForm {

  private RelationshipForm() {}

  /** The fields that a caller writes, and whether it was voided. */
  static JsonNode write(RelationshipDetails details) {
    return Voiding.write(RelationshipFields.ALL.write(details), details.voidReason());
  }

  /** Field by field, as people read it. */
  static List<Difference> differences(RelationshipDetails before, RelationshipDetails after) {
    List<Difference> differences =
        new ArrayList<>(RelationshipFields.ALL.differences(before, after));
    differences.addAll(Voiding.differences(before.voidReason(), after.voidReason()));
    return differences;
  }
}
