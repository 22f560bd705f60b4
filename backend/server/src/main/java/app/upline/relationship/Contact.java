package app.upline.relationship;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask at an entity.
 *
 * @param phone E.164
 */
@Serdeable.Deserializable
public record Contact(String name, @Nullable String title, String email, @Nullable String phone) {}
