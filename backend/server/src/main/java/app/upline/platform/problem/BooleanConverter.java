package app.upline.platform.problem;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.QueryValue;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads {@code true} and {@code false} in parameters; the framework takes all else for false. */
@Singleton
final class BooleanConverter implements TypeConverterRegistrar {

  @Override
  public void register(MutableConversionService conversions) {
    conversions.addConverter(CharSequence.class, Boolean.class, BooleanConverter::read);
  }

  private static Optional<Boolean> read(
      CharSequence text, Class<Boolean> type, ConversionContext context) {
    String value = text.toString();
    if (context instanceof ArgumentConversionContext<?> parameter
        && isOfARequest(parameter)
        && !value.equals(StringUtils.TRUE)
        && !value.equals(StringUtils.FALSE)) {
      throw new ConversionErrorException(parameter.getArgument(), new UnreadableValue(text));
    }
    return Optional.of(StringUtils.isTrue(value));
  }

  /** Settings are written more loosely than requests. */
  private static boolean isOfARequest(ArgumentConversionContext<?> parameter) {
    return parameter.getAnnotationMetadata().hasAnnotation(QueryValue.class)
        || parameter.getAnnotationMetadata().hasAnnotation(Part.class);
  }
}
