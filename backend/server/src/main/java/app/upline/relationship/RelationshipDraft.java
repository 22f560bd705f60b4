package app.upline.relationship;

import static app.upline.relationship.RelationshipFields.*;

import app.upline.platform.fields.Draft;
import org.jspecify.annotations.Nullable;

/** Makes the record from a draft without faults. */
final class RelationshipDraft {

  private RelationshipDraft() {}

  static RelationshipDetails record(Draft<RelationshipDetails> draft) {
    return new RelationshipDetails(
        draft.get(OWN_REFERENCE),
        draft.get(UPSTREAM),
        draft.require(ENTITY_TYPE),
        draft.get(ENTITY_TYPE_OTHER),
        draft.require(LEGAL_NAME),
        draft.list(TRADE_NAMES),
        draft.get(NPN),
        draft.get(EIN),
        draft.require(LICENSED),
        address(draft),
        contact(draft),
        draft.list(FUNCTIONS),
        draft.list(LEAD_CHANNELS),
        draft.list(WEBSITES),
        draft.list(PHONE_NUMBERS),
        draft.list(STATES_SERVED),
        draft.list(PRODUCTS),
        draft.get(COMPENSATION),
        draft.get(COMPENSATION_OTHER),
        draft.get(AGREEMENT_DATE),
        draft.get(SHARES_DATA),
        draft.get(CONSENT_METHOD),
        draft.get(RECORDS_CALLS),
        draft.require(OFFSHORE),
        offshoreDetails(draft),
        draft.require(START_DATE),
        draft.get(END_DATE),
        draft.get(END_REASON),
        draft.require(KNOWN_ON),
        null);
  }

  private static Address address(Draft<RelationshipDetails> draft) {
    return new Address(
        draft.require(LINE1),
        draft.get(LINE2),
        draft.require(CITY),
        draft.get(STATE),
        draft.get(ZIP),
        draft.require(COUNTRY));
  }

  private static Contact contact(Draft<RelationshipDetails> draft) {
    return new Contact(
        draft.require(CONTACT_NAME),
        draft.get(CONTACT_TITLE),
        draft.require(CONTACT_EMAIL),
        draft.get(CONTACT_PHONE));
  }

  private static @Nullable OffshoreDetails offshoreDetails(Draft<RelationshipDetails> draft) {
    return draft.is(OFFSHORE)
        ? new OffshoreDetails(
            draft.require(OFFSHORE_COUNTRY),
            draft.require(OFFSHORE_FUNCTION),
            draft.require(OFFSHORE_PHI),
            draft.require(OFFSHORE_ATTESTATION))
        : null;
  }
}
