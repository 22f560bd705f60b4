import type { CurrentUser, SearchKind, WorkSubject } from '../api';

/**
 * Where something is shown to the person. What both sides see of a thing has one address; what a carrier sees of an
 * agency's records has addresses of its own.
 */
export function addressOf(subject: WorkSubject, user: CurrentUser, organizationId?: string): string | undefined {
  const isCarrier = user.organization.kind === 'CARRIER';
  switch (subject.kind) {
    case 'SUBMISSION':
      return `/submissions/${subject.id}`;
    case 'INCIDENT':
      return `${isCarrier ? '/triage' : '/incidents'}/${subject.id}`;
    case 'FINDING':
      return `${isCarrier ? '/triage' : '/incidents'}/${subject.incidentId ?? subject.id}?tab=findings`;
    case 'CORRECTIVE_ACTION_PLAN':
      return `/corrective-action-plans/${subject.id}`;
    case 'REPORTING_PERIOD':
      return `${isCarrier ? '/months' : '/calendar'}?fromPeriod=${subject.period}&toPeriod=${subject.period}${organizationId ? `&${isCarrier ? 'agencyId' : 'carrierId'}=${organizationId}` : ''}`;
    case 'RELATIONSHIPS':
      return isCarrier ? '/relationship-standings' : `/submissions/new?kind=RELATIONSHIPS${organizationId ? `&carrierId=${organizationId}` : ''}`;
    case 'ROLE_CHANGE':
      return '/role-changes';
    case 'POLICY':
      return isCarrier ? '/policies' : `/carriers/${organizationId ?? ''}`;
    case 'ANNOUNCEMENT':
      return `/announcements/${subject.id}`;
    case 'RESOURCE':
      return `/resources/${subject.id}`;
    case 'WORK_LIST':
      return '/';
    case 'AGENCY':
      return isCarrier ? `/agencies/${subject.id}` : undefined;
    case 'CARRIER':
      return isCarrier ? undefined : `/carriers/${subject.id}`;
    default:
      return undefined;
  }
}

const FOUND: Record<SearchKind, (id: string) => string> = {
  RELATIONSHIP: (id) => `/relationships/${id}`,
  INCIDENT: (id) => `/incidents/${id}`,
  DISCLOSED_RELATIONSHIP: (id) => `/disclosed-relationships/${id}`,
  DISCLOSED_INCIDENT: (id) => `/triage/${id}`,
  SUBMISSION: (id) => `/submissions/${id}`,
  CORRECTIVE_ACTION_PLAN: (id) => `/corrective-action-plans/${id}`,
  AGENCY: (id) => `/agencies/${id}`,
  CARRIER: (id) => `/carriers/${id}`,
  RESOURCE: (id) => `/resources/${id}`,
  PERSON: (id) => `/people/${id}`,
};

/** Where something that was found is shown. */
export const addressOfFound = (kind: SearchKind, id: string): string => FOUND[kind](id);
