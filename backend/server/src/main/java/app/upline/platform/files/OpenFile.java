package app.upline.platform.files;

import java.util.UUID;

/**
 * A kept file that the caller may read.
 *
 * @param organizationId whose it is
 * @param name for the file where it is saved: made of references and numbers, never a person's name
 */
public record OpenFile(UUID organizationId, UUID id, String name) {}
