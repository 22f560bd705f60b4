package app.upline.platform.share;

import io.micronaut.aop.Around;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the controller method of every operation that the contract gives an {@code x-rate-cost} (a
 * test compares with the contract): what reads or writes a whole file, or computes over all that an
 * organization has. It is done by few at a time, in turns between the organizations, on threads
 * that the operating system shares out.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Around
public @interface LongWork {}
