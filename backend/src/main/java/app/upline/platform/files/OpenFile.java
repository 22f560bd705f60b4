package app.upline.platform.files;

import java.util.UUID;

/**
 * A kept file that the caller may read.
 *
 * @param agencyId whose it is
 * @param name for the file where it is saved: of references and numbers, of nobody's name
 */
public record OpenFile(UUID agencyId, UUID id, String name) {}
