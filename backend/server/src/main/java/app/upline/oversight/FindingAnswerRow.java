package app.upline.oversight;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** What an agency said to a finding. */
@MappedEntity("finding_answer")
record FindingAnswerRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID findingId,
    String text,
    @BinaryId UUID authorId,
    String authorName,
    Instant writtenAt) {

  Finding.Answer answer() {
    return new Finding.Answer(text, authorName, writtenAt);
  }
}
