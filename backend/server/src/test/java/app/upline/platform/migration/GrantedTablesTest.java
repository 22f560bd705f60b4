package app.upline.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrantedTablesTest {
  private static final TableRights ROOM =
      () ->
          Map.of(
              "kept", TableRight.NOTHING,
              "moved", TableRight.CHANGED,
              "swept", TableRight.CHANGED_AND_DELETED,
              "sealed", TableRight.columns("ended_at", "reason"));

  private final GrantedTables granted = GrantedTables.of(List.of(ROOM));

  @Test
  void aGrantSaysWhatARoomSaysOfItsTable() {
    assertThat(granted.of("kept")).isEmpty();
    assertThat(granted.of("moved")).contains("update");
    assertThat(granted.of("swept")).contains("update, delete");
    assertThat(granted.of("sealed")).contains("update (ended_at, reason)");
  }

  @Test
  void nothingIsGrantedInATableThatNobodyNames() {
    assertThat(granted.of("another")).isEmpty();
    assertThat(granted.allow("another", "UPDATE")).isFalse();
    assertThat(granted.allow("another", "DELETE")).isFalse();
  }

  @Test
  void whatIsGrantedOnSomeColumnsIsNotGrantedOnTheTable() {
    assertThat(granted.allow("sealed", "UPDATE")).isFalse();
    assertThat(granted.allow("moved", "UPDATE")).isTrue();
    assertThat(granted.allow("moved", "DELETE")).isFalse();
  }

  @Test
  void twoRoomsCannotNameOneTable() {
    TableRights other = () -> Map.of("moved", TableRight.CHANGED_AND_DELETED);

    assertThatThrownBy(() -> GrantedTables.of(List.of(ROOM, other)))
        .hasMessage("Two rooms name the table moved");
  }
}
