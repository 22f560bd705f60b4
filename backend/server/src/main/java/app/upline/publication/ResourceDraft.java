package app.upline.publication;

import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where something stands in the resource center, what it is called, and whom it is for. */
public record ResourceDraft(
    @Nullable UUID sectionId,
    Resource.@Nullable Kind kind,
    @Nullable String title,
    int position,
    Audience audience) {

  private static final int LONGEST = 200;

  public ResourceDraft {
    title = title == null || title.isBlank() ? null : title.strip();
  }

  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    if (kind == null) {
      faults.add(new Fault("/kind", "REQUIRED", "Choose what it is."));
    }
    if (title == null) {
      faults.add(new Fault("/title", "REQUIRED", "Enter a title."));
    } else {
      int length = title.codePointCount(0, title.length());
      if (length < 2 || length > LONGEST) {
        faults.add(new Fault("/title", "LENGTH", "Enter 2 to %d characters.".formatted(LONGEST)));
      }
      PersonalNumbers.fault("/title", title).ifPresent(faults::add);
    }
    faults.addAll(audience.faults("/audience"));
    return faults;
  }
}
