package app.upline.retention;

import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hold that a person wants to place. */
public record HoldDraft(@Nullable HoldKind kind, @Nullable UUID objectId, @Nullable String reason) {

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (kind == null) {
      faults.add(new Fault("/objectKind", "REQUIRED", "Enter what kind of record is held."));
    }
    if (objectId == null) {
      faults.add(new Fault("/objectId", "REQUIRED", "Enter which record is held."));
    }
    faults.addAll(HoldReason.of(reason).faults());
    return faults;
  }
}
