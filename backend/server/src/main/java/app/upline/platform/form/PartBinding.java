package app.upline.platform.form;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.bind.RequestBinderRegistry;
import jakarta.inject.Singleton;

/** Puts our binder of parts in the place of the framework's. */
@Singleton
final class PartBinding implements BeanCreatedEventListener<RequestBinderRegistry> {

  @Override
  public RequestBinderRegistry onCreated(BeanCreatedEvent<RequestBinderRegistry> event) {
    RequestBinderRegistry registry = event.getBean();
    registry.addArgumentBinder(new PartBinder(ConversionService.SHARED));
    return registry;
  }
}
