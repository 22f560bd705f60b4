package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.MergePatch;
import app.upline.platform.validation.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of a disciplinary action, at its edge. Today is 2026-11-24. */
class DisciplineRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final String SOUND =
      "{\"type\": \"WRITTEN_WARNING\", \"decisionDate\": \"2026-11-20\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\": null} | /type | REQUIRED",
        "{\"decisionDate\": null} | /decisionDate | REQUIRED",
        "{\"decisionDate\": \"2026-11-25\"} | /decisionDate | IN_THE_FUTURE",
        "{\"effectiveDate\": \"2026-11-19\"} | /effectiveDate | EFFECTIVE_BEFORE_DECISION",
        "{\"endDate\": \"2026-11-19\"} | /endDate | END_BEFORE_START",
        "{\"effectiveDate\": \"2026-12-01\", \"endDate\": \"2026-11-30\"} | /endDate | END_BEFORE_START",
        "{\"type\": \"NONE_WARRANTED\"} | /explanation | REASON_REQUIRED",
        "{\"type\": \"OTHER\"} | /explanation | EXPLANATION_REQUIRED",
        "{\"type\": \"TERMINATED_FOR_CAUSE\", \"forCause\": false} | /forCause | CAUSE_CONTRADICTION",
        "{\"retraining\": {\"completedDate\": \"2026-11-25\"}} | /retraining/completedDate | IN_THE_FUTURE",
        "{\"amountWithheld\": \"-1.00\"} | /amountWithheld | INVALID_AMOUNT",
        "{\"amountWithheld\": \"1.005\"} | /amountWithheld | INVALID_AMOUNT",
        "{\"amountChargedBack\": 12.5} | /amountChargedBack | WRONG_TYPE",
        "{\"color\": \"red\"} | /color | UNKNOWN_MEMBER"
      })
  void aBrokenRuleIsNamedAtItsField(String patch, String pointer, String code) {
    assertThat(draft(patch).faults())
        .extracting(Fault::pointer, Fault::code)
        .containsExactly(Tuple.tuple(pointer, code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | IN_EFFECT",
        "{\"effectiveDate\": \"2026-11-24\"} | IN_EFFECT",
        "{\"effectiveDate\": \"2026-11-25\"} | PLANNED",
        "{\"endDate\": \"2026-11-24\"} | COMPLETED",
        "{\"endDate\": \"2026-11-25\"} | IN_EFFECT",
        "{\"endDate\": \"2026-11-24\", \"status\": \"RESCINDED\"} | RESCINDED"
      })
  void theStatusIsWhatTheDatesSayUnlessItIsSaid(String patch, DisciplineStatus status) {
    assertThat(accepted(patch).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\": \"TERMINATED_FOR_CAUSE\"} | true",
        "{\"type\": \"CONTRACT_TERMINATED\", \"forCause\": true} | true",
        "{\"type\": \"CONTRACT_TERMINATED\"} | false",
        "{\"type\": \"COACHING\", \"forCause\": true} | false",
        "{\"type\": \"TERMINATED_FOR_CAUSE\", \"status\": \"RESCINDED\"} | false"
      })
  void aTerminationForCauseGoesToCmsAndTheState(String patch, boolean listed) {
    assertThat(accepted(patch).isForCauseTermination()).isEqualTo(listed);
  }

  @Test
  void onlyWhatWasDoneAndNotTakenBackCounts() {
    assertThat(accepted("{}").counts()).isTrue();
    assertThat(accepted("{\"status\": \"RESCINDED\"}").counts()).isFalse();
    assertThat(
            accepted("{\"type\": \"NONE_WARRANTED\", \"explanation\": \"No violation\"}").counts())
        .isFalse();
  }

  @Test
  void moneyHasTwoPlaces() {
    assertThat(accepted("{\"amountWithheld\": \"1250\"}").amountWithheld())
        .isEqualTo(new BigDecimal("1250.00"));
  }

  private static DisciplinaryAction accepted(String patch) {
    Draft<DisciplinaryAction> draft = draft(patch);
    assertThat(draft.faults()).isEmpty();
    return DisciplineRules.record(draft, UUID.randomUUID());
  }

  private static Draft<DisciplinaryAction> draft(String patch) {
    Draft<DisciplinaryAction> draft =
        DisciplineFields.ALL.read(
            MergePatch.apply(IncidentJson.tree(SOUND), IncidentJson.tree(patch)));
    DisciplineRules.check(draft, TODAY);
    return draft;
  }
}
