import type { PeriodStatus } from '../api';

/** A word for a cell; the API's sentence is longer, and says why. */
const states: Record<PeriodStatus, string> = {
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

export const texts = {
  states,
  title: 'Months',
  intro: 'Which agency has reported which month, and what is owed.',
  empty: 'No agency has a contract with you yet. Invite the first one.',
  agencies: 'Agencies',
  agency: 'Agency',
  from: 'From month',
  to: 'To month',
  status: 'State',
  due: (day: string, when: string) => `Due ${day} (${when})`,
  wasDue: (day: string) => `Due ${day}`,
  submissions: (count: number) => (count === 1 ? '1 submission' : `${count} submissions`),
  notAsked: 'Not asked',
  standings: 'Standing of the registers',
  standingsIntro: 'Whether each agency has told of its relationships what your policy asks.',
  standingsEmpty: 'No agency has a contract with you yet.',
  why: 'Why',
  last: 'Last disclosed',
};
