import type { CurrentUser, LegalHoldKind, SearchKind } from '../api';

/** Where a record that can be held is shown to the person. */
export function addressOfHeld(kind: LegalHoldKind, id: string, user: CurrentUser): string {
  const isCarrier = user.organization.kind === 'CARRIER';
  switch (kind) {
    case 'RELATIONSHIP':
      return `${isCarrier ? '/disclosed-relationships' : '/relationships'}/${id}`;
    case 'INCIDENT':
      return `${isCarrier ? '/triage' : '/incidents'}/${id}`;
    default:
      return `/submissions/${id}`;
  }
}

/** What is found by a search and can be held; an agency holds its own, a carrier what was disclosed to it. */
export const HELD_AS: Partial<Record<SearchKind, LegalHoldKind>> = {
  RELATIONSHIP: 'RELATIONSHIP',
  DISCLOSED_RELATIONSHIP: 'RELATIONSHIP',
  INCIDENT: 'INCIDENT',
  DISCLOSED_INCIDENT: 'INCIDENT',
  SUBMISSION: 'SUBMISSION',
};
