package app.upline.platform.start;

import java.util.List;

/**
 * Something worth telling a developer when the service is ready, such as how to sign in. Beans of
 * this type are asked in their {@link io.micronaut.core.order.Ordered order}, in the {@code local}
 * environment only.
 */
@FunctionalInterface
public interface ReadyNote {
  /** The lines to print, none when there is nothing to say. */
  List<String> lines();
}
