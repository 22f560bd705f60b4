package app.upline.platform.mail;

import app.upline.platform.start.ReadyNote;
import jakarta.inject.Singleton;
import java.util.List;

/** Says where mail lands, while there is no server for it. */
@Singleton
final class MailFolderNote implements ReadyNote {
  private final MailSettings settings;

  MailFolderNote(MailSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> lines() {
    return settings.hasServer()
        ? List.of()
        : List.of(
            "Mail (invitations, new passwords) lands in " + settings.folder().toAbsolutePath());
  }
}
