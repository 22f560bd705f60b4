package app.upline.platform.form;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionError;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.bind.binders.AnnotatedRequestArgumentBinder;
import io.micronaut.http.multipart.CompletedFileUpload;
import java.util.List;
import java.util.Optional;

/** Gives a controller the parts of the form that was read. */
final class PartBinder implements AnnotatedRequestArgumentBinder<Part, Object> {
  private final ConversionService conversions;

  PartBinder(ConversionService conversions) {
    this.conversions = conversions;
  }

  @Override
  public Class<Part> getAnnotationType() {
    return Part.class;
  }

  @Override
  public BindingResult<Object> bind(
      ArgumentConversionContext<Object> context, HttpRequest<?> request) {
    String name =
        context
            .getAnnotationMetadata()
            .stringValue(Part.class)
            .orElse(context.getArgument().getName());
    return request
        .getAttribute(Form.ATTRIBUTE, Form.class)
        .map(form -> bound(form, name, context))
        .orElseGet(BindingResult::unsatisfied);
  }

  private BindingResult<Object> bound(
      Form form, String name, ArgumentConversionContext<Object> context) {
    if (CompletedFileUpload.class.equals(context.getArgument().getType())) {
      return () -> Optional.ofNullable(form.file(name));
    }
    if (form.text(name) instanceof String text) {
      Optional<Object> value = conversions.convert(text, context);
      return new Converted(value, context.getLastError().map(List::of).orElseGet(List::of));
    }
    return BindingResult.empty();
  }

  private record Converted(Optional<Object> getValue, List<ConversionError> getConversionErrors)
      implements BindingResult<Object> {}
}
