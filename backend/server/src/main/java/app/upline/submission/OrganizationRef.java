package app.upline.submission;

import java.util.UUID;

/** An agency or a carrier, as a submission names it. */
public record OrganizationRef(UUID id, String name) {}
