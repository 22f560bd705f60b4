package app.upline.platform.outcome;

/** In an {@code Outcome<Nothing>}: it is done, and there is nothing to say about it. */
public record Nothing() {}
