package app.upline.attachment.web;

import app.upline.platform.problem.UploadsOfAnyKind;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Where files are attached to incidents. */
@Singleton
final class AttachmentUploads implements UploadsOfAnyKind {
  private static final Pattern ADDRESS = Pattern.compile("/v1/incidents/[^/]+/attachments");

  @Override
  public boolean areAt(String path) {
    return ADDRESS.matcher(path).matches();
  }
}
