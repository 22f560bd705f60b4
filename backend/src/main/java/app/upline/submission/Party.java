package app.upline.submission;

import java.util.UUID;

/** An agency or a carrier, as a submission names it. */
public record Party(UUID id, String name) {}
