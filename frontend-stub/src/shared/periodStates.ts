import type { PeriodStatus } from '../api';

/** A word for where a month stands; the API's sentence is longer, and says why. */
export const periodStates: Record<PeriodStatus, string> = {
  NOTHING_TO_REPORT: 'Nothing to report',
  NOTHING_REPORTED: 'Nothing reported',
  DUE: 'Due',
  DRAFTING: 'In draft',
  OVERDUE: 'Overdue',
  RETURNED: 'Returned',
  SUBMITTED_ON_TIME: 'Submitted in time',
  SUBMITTED_LATE: 'Submitted late',
  ACKNOWLEDGED: 'Acknowledged',
  NIL_DECLARED: 'Declared: nothing',
};
