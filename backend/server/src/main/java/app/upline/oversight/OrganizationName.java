package app.upline.oversight;

import java.util.UUID;

/** An agency or a carrier, by its name. */
public record OrganizationName(UUID id, String name) {}
