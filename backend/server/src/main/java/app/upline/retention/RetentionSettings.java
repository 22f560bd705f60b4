package app.upline.retention;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How long things are kept.
 *
 * @param years from the last that happened to a thing (42 CFR 422.504(d) asks for ten)
 */
@ConfigurationProperties("upline.retention")
record RetentionSettings(@Bindable(defaultValue = "10") int years) {}
