package app.upline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.testing.ServiceClasses;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Ids between Java and columns of sixteen bytes. */
class BinaryIdTest {
  private static final UUID ID = UUID.fromString("01a225b8-dac0-73fa-8b09-0c9c60576fca");

  private final UuidConverter converter = new UuidConverter();

  @Test
  void bytesStandInTheOrderOfTheText() {
    assertThat(converter.convertToPersistedValue(ID, ConversionContext.DEFAULT))
        .asHexString()
        .isEqualTo("01A225B8DAC073FA8B090C9C60576FCA");
  }

  @Test
  void anIdComesBackAsItWas() {
    byte[] bytes = converter.convertToPersistedValue(ID, ConversionContext.DEFAULT);

    assertThat(converter.convertToEntityValue(bytes, ConversionContext.DEFAULT)).isEqualTo(ID);
    assertThat(converter.convertToPersistedValue(null, ConversionContext.DEFAULT)).isNull();
    assertThat(converter.convertToEntityValue(null, ConversionContext.DEFAULT)).isNull();
  }

  @Test
  void whatHasAnotherLengthIsNoId() {
    assertThatThrownBy(() -> UuidBytes.toUuid(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A UUID that is not marked would be written, and looked for, as text. */
  @Test
  void everyIdOfARepositoryIsMarked() {
    List<String> marked = new ArrayList<>();
    List<String> unmarked = new ArrayList<>();
    for (JavaClass type : ServiceClasses.all()) {
      if (type.isAnnotatedWith(JdbcRepository.class)) {
        // Those that a repository does by itself, and not those that it is written for.
        for (JavaMethod method : type.getMethods()) {
          if (!method.getModifiers().contains(JavaModifier.ABSTRACT)) {
            continue;
          }
          method.getReturnType().getAllInvolvedRawTypes().stream()
              .filter(answer -> !answer.isAnnotatedWith(MappedEntity.class))
              .flatMap(answer -> answer.getFields().stream())
              .filter(field -> field.getRawType().isEquivalentTo(UUID.class))
              .forEach(field -> unmarked.add(field.getFullName()));
          for (JavaParameter parameter : method.getParameters()) {
            if (parameter.getRawType().isEquivalentTo(UUID.class)) {
              (parameter.isAnnotatedWith(BinaryId.class) ? marked : unmarked)
                  .add(method.getFullName());
            }
          }
        }
      }
      if (type.isAnnotatedWith(MappedEntity.class)) {
        for (JavaField field : type.getFields()) {
          if (field.getRawType().isEquivalentTo(UUID.class)) {
            (field.isAnnotatedWith(BinaryId.class) ? marked : unmarked).add(field.getFullName());
          }
        }
      }
    }

    assertThat(unmarked).isEmpty();
    assertThat(marked).hasSizeGreaterThan(50);
  }
}
