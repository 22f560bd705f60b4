package app.upline.relationship;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Work done outside the United States and its territories.
 *
 * @param country ISO 3166-1 alpha-2
 * @param function what is done there
 * @param phiTouched whether protected health information is received, processed or seen there
 * @param attestationReference reference of the offshore attestation given to the carrier
 */
@Serdeable.Deserializable
public record OffshoreDetails(
    String country, String function, boolean phiTouched, String attestationReference) {}
