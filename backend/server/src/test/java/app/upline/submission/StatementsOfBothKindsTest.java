package app.upline.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What submissions do with relationships and with incidents is the same, each by statements over
 * its own tables: a change to one of a pair has to be made to the other.
 */
class StatementsOfBothKindsTest {

  private static final List<Class<?>> STATEMENTS =
      List.of(
          LedgerStatements.class,
          ItemStatements.class,
          FacetStatements.class,
          CommentStatements.class,
          ReadingStatements.class);

  @TestFactory
  Stream<DynamicTest> eachIsTheSameForBoth() {
    return STATEMENTS.stream()
        .flatMap(type -> methods(type).stream())
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                    () ->
                        assertThat(asOfRelationships(text(method, SubmissionKind.INCIDENTS)))
                            .isEqualTo(shared(text(method, SubmissionKind.RELATIONSHIPS)))));
  }

  @Test
  void eachClassHasSome() {
    assertThat(STATEMENTS).allSatisfy(type -> assertThat(methods(type)).isNotEmpty());
  }

  /** The incidents' tables by the names of the others; what is kept of incidents alone left out. */
  private static String asOfRelationships(String statement) {
    return statement
        .replaceAll(
            ", (\\w\\.)?subject_npn, (\\w\\.)?repeat_basis_date, (\\w\\.)?substantiated", "")
        .replace("submission_incident", "submission_item")
        .replace("incident_disclosure", "disclosure")
        .replace("incident", "relationship");
  }

  /** What is kept of relationships alone left out. */
  private static String shared(String statement) {
    return statement.replaceAll(", (\\w\\.)?name_key, (\\w\\.)?upstream_id", "");
  }

  private static List<Method> methods(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .filter(
            method ->
                Arrays.equals(method.getParameterTypes(), new Class<?>[] {SubmissionKind.class}))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static String text(Method method, SubmissionKind kind)
      throws ReflectiveOperationException {
    return String.valueOf(method.invoke(null, kind)).strip();
  }
}
