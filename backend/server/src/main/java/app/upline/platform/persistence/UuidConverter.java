package app.upline.platform.persistence;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids of repositories and their records, to and from their columns; see {@link BinaryId}. */
@Singleton
public final class UuidConverter implements AttributeConverter<UUID, byte[]> {

  @Override
  public byte @Nullable [] convertToPersistedValue(@Nullable UUID id, ConversionContext context) {
    return id == null ? null : UuidBytes.of(id);
  }

  @Override
  public @Nullable UUID convertToEntityValue(byte @Nullable [] bytes, ConversionContext context) {
    return bytes == null ? null : UuidBytes.toUuid(bytes);
  }
}
