package app.upline.platform.files;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is known, also when its content is gone.
 *
 * @param organizationId whose it is: the pieces can be opened for no other
 */
@MappedEntity("stored_file")
record StoredFileRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID organizationId,
    long bytes,
    String sha256,
    int chunks,
    Instant storedAt,
    @Nullable Instant erasedAt) {}
