package app.upline.attachment;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In which revisions of an incident an attachment is listed.
 *
 * @param toRevision the first that does not list it any more
 */
@MappedEntity("incident_attachment")
record AttachmentRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID incidentId,
    @BinaryId UUID agencyId,
    int fromRevision,
    @Nullable Integer toRevision) {}
