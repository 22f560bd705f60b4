package app.upline.submission;

import app.upline.identity.OrganizationKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One word of a conversation.
 *
 * @param version of the remark, to which it led
 * @param text null where a person acted without a word
 */
public record CommentEntry(
    int version,
    CommentAction action,
    @Nullable String text,
    OrganizationKind side,
    String by,
    Instant at) {

  boolean saysWhatTheRemarkSays() {
    return action == CommentAction.WRITE || action == CommentAction.CORRECT;
  }
}
