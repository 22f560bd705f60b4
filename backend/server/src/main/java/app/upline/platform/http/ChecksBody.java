package app.upline.platform.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller method whose room checks the whole body by richer rules of its own, and says all
 * that is wrong at once: the contract's schema would say some of it before. A test holds it to the
 * schema all the same.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ChecksBody {}
