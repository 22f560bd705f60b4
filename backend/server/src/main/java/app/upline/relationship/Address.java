package app.upline.relationship;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity is.
 *
 * @param state and {@code zip}: always present in the United States
 * @param country ISO 3166-1 alpha-2
 */
@Serdeable.Deserializable
public record Address(
    String line1,
    @Nullable String line2,
    String city,
    @Nullable UsState state,
    @Nullable String zip,
    String country) {}
