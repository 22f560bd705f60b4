package app.upline.oversight.web;

import app.upline.platform.problem.UploadsOfAnyKind;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Where files are attached to items of plans. */
@Singleton
final class PlanFileUploads implements UploadsOfAnyKind {
  private static final Pattern ADDRESS =
      Pattern.compile("/v1/corrective-action-plans/[^/]+/items/[^/]+/attachments");

  @Override
  public boolean areAt(String path) {
    return ADDRESS.matcher(path).matches();
  }
}
