package app.upline.platform.code;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.testing.ServiceClasses;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CodesTest {

  /** Lists of the contract that need no table, and why. */
  private static final Map<String, String> WITHOUT_TABLE =
      Map.ofEntries(
          entry("RowOutcomeDto", "switched over where batches are answered"),
          entry("SignInStatusDto", "said by each answer to a sign-in itself"),
          entry("OnImportErrorDto", "one of two is asked for: whether faulty rows are skipped"),
          entry("ReceiptContentFormatDto", "has one code"),
          entry("TokenTypeDto", "has one code"),
          entry(
              "RefreshTokenPlaceDto", "one of two is asked for: whether a cookie holds the token"),
          entry("UserStatusDto", "is worked out from whether the account is active"));

  private enum Here {
    ONE,
    TWO
  }

  private enum There {
    TWO,
    ONE
  }

  private enum More {
    ONE,
    TWO,
    THREE
  }

  @Test
  void eachCodeIsTheOneOfTheSameName() {
    Codes<Here, There> codes = Codes.of(Here.class, There.class);

    assertThat(codes.toContract(Here.ONE)).isEqualTo(There.ONE);
    assertThat(codes.toDomain(There.TWO)).isEqualTo(Here.TWO);
    assertThat(codes.allToContract(List.of(Here.TWO, Here.ONE)))
        .containsExactly(There.TWO, There.ONE);
    assertThat(codes.toContractOrNull(null)).isNull();
    assertThat(codes.toDomainOrNull(null)).isNull();
  }

  @Test
  void aListThatLacksACodeOfTheOtherIsRefusedWhicheverSideItIs() {
    assertThatThrownBy(() -> Codes.of(Here.class, More.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("THREE");
    assertThatThrownBy(() -> Codes.of(More.class, There.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("THREE");
  }

  @TestFactory
  Stream<DynamicTest> everyTableOfTheServiceIsComplete() {
    List<Field> tables = tables();
    assertThat(tables).hasSizeGreaterThan(50);
    return tables.stream()
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table.getDeclaringClass().getSimpleName() + "." + table.getName(),
                    // Reading a static field makes the table, which refuses what does not fit.
                    () -> assertThat(table.get(null)).isInstanceOf(Codes.class)));
  }

  @Test
  void everyListOfTheContractHasATableOrAReasonToHaveNone() {
    List<String> inTables =
        tables().stream()
            .map(table -> ((ParameterizedType) table.getGenericType()).getActualTypeArguments()[1])
            .map(type -> ((Class<?>) type).getSimpleName())
            .toList();
    List<String> lists =
        ServiceClasses.all().stream()
            .filter(type -> type.getPackageName().equals("app.upline.api.model") && type.isEnum())
            .map(JavaClass::getSimpleName)
            .toList();

    assertThat(lists).isNotEmpty();
    assertThat(lists)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(inTables.stream(), WITHOUT_TABLE.keySet().stream()).distinct().toList());
    assertThat(inTables).doesNotContainAnyElementsOf(WITHOUT_TABLE.keySet());
  }

  private static List<Field> tables() {
    return ServiceClasses.all().stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getRawType().isEquivalentTo(Codes.class))
        .map(JavaField::reflect)
        .peek(field -> field.setAccessible(true))
        .toList();
  }
}
