import type { Operation, WorkKind } from '../api';

export interface MenuEntry {
  label: string;
  /** The address, with its filters if it has some. */
  to: string;
  /** Whoever may call it sees the entry. */
  operation: Operation;
  /** What of the work list waits there. */
  waiting?: WorkKind[];
}

export interface MenuGroup {
  label?: string;
  entries: MenuEntry[];
}

/** The menu; each entry is shown to whom the contract lets read what is there. */
export const menu: MenuGroup[] = [
  { entries: [{ label: 'Work', to: '/', operation: 'getWorkList' }] },
  {
    label: 'What you report',
    entries: [
      { label: 'Relationships', to: '/relationships', operation: 'listRelationships', waiting: ['RELATIONSHIP_DUTY'] },
      { label: 'Incidents', to: '/incidents', operation: 'listIncidents', waiting: ['FINDING'] },
    ],
  },
  {
    label: 'What agencies report',
    entries: [
      { label: 'Register', to: '/disclosed-relationships', operation: 'listDisclosedRelationships' },
      { label: 'Incidents', to: '/disclosed-incidents', operation: 'listDisclosedIncidents' },
      { label: 'Months', to: '/months', operation: 'getCarrierFigures' },
      { label: 'Triage', to: '/triage', operation: 'listTriageItems', waiting: ['CRITICAL_INCIDENT', 'INCIDENT_TO_TRIAGE', 'ASSIGNED_INCIDENT'] },
    ],
  },
  {
    label: 'Oversight',
    entries: [
      { label: 'Corrective actions', to: '/corrective-action-plans', operation: 'listCorrectiveActionPlans', waiting: ['PLAN_TO_VALIDATE', 'CORRECTIVE_ACTION_PLAN'] },
      { label: 'Unredacted export', to: '/unredacted-export', operation: 'exportUnredactedDisclosedIncidents' },
      { label: 'Extracts', to: '/extracts', operation: 'listExtracts' },
      { label: 'Figures', to: '/figures', operation: 'getCarrierFigures' },
    ],
  },
  {
    label: 'Agencies',
    entries: [
      { label: 'Agencies', to: '/agencies', operation: 'listDisclosedRelationships' },
      { label: 'Policies', to: '/policies', operation: 'getCarrierFigures' },
      { label: 'Contract directory', to: '/contract-directory', operation: 'listContractDirectoryImports' },
    ],
  },
  {
    label: 'Disclosure',
    entries: [
      { label: 'Queue', to: '/queue', operation: 'addSubmissionComment', waiting: ['SUBMISSION_TO_REVIEW'] },
      // A carrier has its months as a matrix.
      { label: 'Calendar', to: '/calendar', operation: 'getAgencyFigures', waiting: ['REPORTING_PERIOD'] },
      {
        label: 'Submissions',
        to: '/submissions',
        operation: 'listSubmissions',
        waiting: ['RETURNED_SUBMISSION', 'DRAFT_SUBMISSION', 'REMARK', 'ANSWERED_REMARK'],
      },
    ],
  },
  {
    label: 'Published by carriers',
    entries: [
      { label: 'Carriers', to: '/carriers', operation: 'getAgencyFigures' },
      { label: 'Announcements', to: '/announcements', operation: 'listAnnouncements', waiting: ['ANNOUNCEMENT'] },
      { label: 'Resource center', to: '/resources', operation: 'listResources' },
    ],
  },
  {
    label: 'Your organization',
    entries: [
      { label: 'People', to: '/people', operation: 'listUsers', waiting: ['ROLE_CHANGE'] },
      { label: 'Service accounts', to: '/service-accounts', operation: 'listServiceAccounts' },
      { label: 'Audit trail', to: '/audit-trail', operation: 'listAuditEvents' },
      { label: 'Legal holds', to: '/legal-holds', operation: 'listLegalHolds' },
      { label: 'Settings', to: '/organization-settings', operation: 'getSecuritySettings' },
    ],
  },
];
