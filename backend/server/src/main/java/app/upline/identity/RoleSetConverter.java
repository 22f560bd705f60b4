package app.upline.identity;

import app.upline.platform.persistence.JsonCodes;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets of roles, to and from their columns; where none are meant, the column has no value. */
@Singleton
public final class RoleSetConverter implements AttributeConverter<Set<Role>, String> {

  @Override
  public @Nullable String convertToPersistedValue(
      @Nullable Set<Role> roles, ConversionContext context) {
    return roles == null || roles.isEmpty() ? null : JsonCodes.of(roles);
  }

  @Override
  public Set<Role> convertToEntityValue(@Nullable String json, ConversionContext context) {
    return json == null ? Set.of() : JsonCodes.read(json, Role.class);
  }
}
