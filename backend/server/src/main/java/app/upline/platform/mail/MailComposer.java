package app.upline.platform.mail;

import java.util.List;
import java.util.Optional;

/** Writes messages of one kind, at the moment they are sent; a room offers one for each kind. */
public interface MailComposer {

  /** The kind that {@link Outbox#put} names. */
  String kind();

  /** All kinds, where it writes several alike. */
  default List<String> kinds() {
    return List.of(kind());
  }

  /**
   * The message; empty when there is nothing to say (any more). A message that could not be sent is
   * composed again, so a secret in it is a new one each time.
   */
  Optional<Mail> compose(QueuedMail queued);
}
