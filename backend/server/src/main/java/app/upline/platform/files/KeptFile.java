package app.upline.platform.files;

import java.util.UUID;

/**
 * A file that is kept.
 *
 * @param bytes how long it is
 * @param sha256 of its content, in lower-case hexadecimal
 */
public record KeptFile(UUID id, long bytes, String sha256) {}
