package app.upline.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The authors of a sheet's comments, to whom the comments refer by number. */
final class CommentAuthors {

  private final String ours;
  private final List<String> names = new ArrayList<>();

  CommentAuthors(String ours) {
    this.ours = ours;
  }

  void add(String name) {
    names.add(name);
  }

  int count() {
    return names.size();
  }

  boolean isOurs(@Nullable String number) {
    int index = number == null ? -1 : Integer.parseInt(number);
    return index >= 0 && index < names.size() && names.get(index).equals(ours);
  }
}
