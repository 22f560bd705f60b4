package app.upline.period;

/**
 * What only the agency knows of a month.
 *
 * @param recorded incidents discovered in it
 * @param undisclosed of them, those the carrier has never received
 * @param followUps changed since the carrier received them
 * @param inDraft in a draft that is not submitted yet
 */
record Own(int recorded, int undisclosed, int followUps, int inDraft) {

  static final Own NOTHING = new Own(0, 0, 0, 0);
}
