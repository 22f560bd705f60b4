package app.upline.platform.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A field stands for itself in a draft, whatever is said of it besides. */
class FieldTest {

  private record Person(String name) {}

  private static Field<Person, String> name() {
    return Field.of("name", "/name", "Name", Kinds.text(1, 100), Person::name);
  }

  @Test
  void aDraftFindsAFieldAgainThatWasMadeAnotherTime() {
    Draft<Person> draft = new Draft<>();
    draft.set(name(), "Pat");
    assertThat(draft.get(name().help("Who it is.").mandatory())).isEqualTo("Pat");
  }

  @Test
  void anotherKeyIsAnotherField() {
    Field<Person, String> title =
        Field.of("title", "/title", "Name", Kinds.text(1, 100), Person::name);
    assertThat(title).isNotEqualTo(name());
  }
}
