package app.upline.platform.persistence;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.annotation.Repository;
import io.micronaut.data.intercept.annotation.DataMethod;
import io.micronaut.data.intercept.annotation.DataMethod.OperationType;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Does by repositories what {@link Database} does: a statement by itself that lost is run again.
 */
@InterceptorBean(Repository.class)
final class RepositoriesAgain implements MethodInterceptor<Object, Object> {

  private static final Set<OperationType> READING =
      EnumSet.of(OperationType.QUERY, OperationType.COUNT, OperationType.EXISTS);

  /** Asked for late: the database's own beans are made of repositories' too. */
  private final BeanProvider<Database> database;

  RepositoriesAgain(BeanProvider<Database> database) {
    this.database = database;
  }

  /** Before the framework's own, which runs the statement. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
    return reads(call)
        ? database.get().oneRead(() -> call.proceed(this))
        : database.get().oneChange(() -> call.proceed(this));
  }

  private static boolean reads(MethodInvocationContext<Object, Object> call) {
    return call.enumValue(
            DataMethod.class, DataMethod.META_MEMBER_OPERATION_TYPE, OperationType.class)
        .filter(READING::contains)
        .isPresent();
  }
}
