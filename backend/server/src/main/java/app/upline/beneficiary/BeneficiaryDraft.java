package app.upline.beneficiary;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.fields.FieldSet;
import app.upline.platform.fields.Kinds;
import app.upline.platform.fields.Reading;
import app.upline.platform.personal.Mbi;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter records. No field is ever required, but an empty block is not recorded: it is
 * removed.
 *
 * @param shareWithCarrier whether the carrier concerned may see it once the incident is disclosed
 */
record BeneficiaryDraft(
    @Nullable String fullName, @Nullable String mbi, @Nullable Boolean shareWithCarrier) {

  private static final Field<BeneficiaryDraft, String> FULL_NAME =
      Field.of(
          "fullName", "/fullName", "Full name", Kinds.text(2, 200), BeneficiaryDraft::fullName);
  private static final Field<BeneficiaryDraft, String> MBI =
      Field.of(
          "mbi",
          "/mbi",
          "Medicare number",
          Kinds.form(1, 40, BeneficiaryDraft::readMbi),
          BeneficiaryDraft::mbi);
  private static final Field<BeneficiaryDraft, Boolean> SHARE =
      Field.of(
              "shareWithCarrier",
              "/shareWithCarrier",
              "Share with the carrier?",
              Kinds.truth(),
              BeneficiaryDraft::shareWithCarrier)
          .mandatory();
  private static final FieldSet<BeneficiaryDraft> ALL =
      new FieldSet<>(List.of(FULL_NAME, MBI, SHARE));

  /** Reads a request; its faults repeat nothing of what was sent. */
  static Draft<BeneficiaryDraft> read(JsonNode json) {
    Draft<BeneficiaryDraft> draft = ALL.read(json);
    if (!draft.isMisshapen()) {
      ALL.requireMandatory(draft);
      boolean empty = !draft.has(FULL_NAME) && !draft.has(MBI);
      if (empty && draft.sound(FULL_NAME) && draft.sound(MBI)) {
        draft.fault("", "NOTHING_RECORDED", "Give a name, a Medicare number, or both.");
      }
    }
    return draft;
  }

  static Beneficiary beneficiary(Draft<BeneficiaryDraft> draft) {
    String number = draft.get(MBI);
    return new Beneficiary(draft.get(FULL_NAME), number == null ? null : new Mbi(number));
  }

  static boolean isShared(Draft<BeneficiaryDraft> draft) {
    return draft.is(SHARE);
  }

  private static Reading<String> readMbi(String text) {
    return Mbi.parse(text)
        .map(mbi -> Reading.value(mbi.value()))
        .orElseGet(
            () ->
                Reading.bad(
                    "INVALID_MBI",
                    "A Medicare number has eleven characters, as on the card, such as 1EG4-TE5-MK73."));
  }

  @Override
  public String toString() {
    return "BeneficiaryDraft[masked]";
  }
}
