package app.upline.platform.idempotency;

import io.micronaut.aop.Around;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the controller method of every operation that takes an {@code Idempotency-Key} (a test
 * compares with the contract). The same request with the same key is answered from memory. With a
 * key the method runs in one transaction together with remembering its answer, so that effect and
 * answer are there both or not at all; transactions begun inside join it. A method that throws, or
 * answers an error, leaves nothing behind.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Around
public @interface Idempotent {
  /**
   * Whether the method begins and ends its transactions itself, for work that is too long to hold
   * one open. The answer is then remembered right after: should the process die in between, the
   * same request acts again once the lease is over.
   */
  boolean ownTransaction() default false;
}
