package app.upline.platform.problem;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the codes of the contract in parameters, letter by letter. The frameworks own converter
 * also takes other spellings, and what it does not know in a list it quietly drops: the list would
 * answer unfiltered.
 */
@Singleton
final class CodeConverter implements TypeConverterRegistrar {
  private static final String CONTRACT = "app.upline.api.";

  @Override
  public void register(MutableConversionService conversions) {
    BeanIntrospector.SHARED
        .findIntrospections(reference -> reference.getName().startsWith(CONTRACT))
        .stream()
        .map(BeanIntrospection::getBeanType)
        .filter(Class::isEnum)
        .forEach(type -> conversions.addConverter(CharSequence.class, type, CodeConverter::read));
  }

  private static <E> Optional<E> read(CharSequence text, Class<E> type, ConversionContext context) {
    Optional<E> code =
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> constant.toString().contentEquals(text))
            .findFirst();
    if (code.isEmpty() && context instanceof ArgumentConversionContext<?> parameter) {
      throw new ConversionErrorException(parameter.getArgument(), new UnreadableValue(text));
    }
    return code;
  }
}
