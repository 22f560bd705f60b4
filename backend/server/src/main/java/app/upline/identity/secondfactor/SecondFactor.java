package app.upline.identity.secondfactor;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person's second factor.
 *
 * @param sealedSecret the secret, sealed under {@code keyVersion}
 * @param confirmedAt since when it is in use; null while it is being set up
 * @param lastStep the newest step of which a code was used
 */
@MappedEntity("second_factor")
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SecondFactor(
    @Id @BinaryId UUID userId,
    byte[] sealedSecret,
    int keyVersion,
    Instant createdAt,
    @Nullable Instant confirmedAt,
    long lastStep) {

  public boolean isInUse() {
    return confirmedAt != null;
  }

  @Override
  public String toString() {
    return "SecondFactor[%s]".formatted(userId);
  }
}
