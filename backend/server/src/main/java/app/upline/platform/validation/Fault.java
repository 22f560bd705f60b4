package app.upline.platform.validation;

import io.micronaut.serde.annotation.Serdeable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or {@code ?name} for a parameter
 * @param code stable and machine readable, such as {@code NPN_REQUIRED}
 * @param message a sentence that says how to fix it
 */
@Serdeable.Serializable
public record Fault(String pointer, String code, String message) {}
