import * as client from '@upline/client';
import { confirmation } from './confirmation';
import { isProblem, problemOf } from './problem';
import { accessToken, replaceAccessToken } from './session';

const headersOf = (init: RequestInit, token: string | undefined): RequestInit => {
  const headers = new Headers(init.headers);
  if (token) headers.set('Authorization', `Bearer ${token}`);
  return { ...init, headers };
};

const withToken: client.Middleware = {
  async pre({ url, init }) {
    return { url, init: headersOf(init, await accessToken()) };
  },
  async post({ url, init, response }) {
    if (response.status !== 401) return response;
    return fetch(url, headersOf(init, await replaceAccessToken()));
  },
};

const withConfirmation: client.Middleware = {
  async post({ url, init, response }) {
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (!isProblem(problem, 'confirmation-required') || (await confirmation.ask()) === 'given up') return response;
    return fetch(url, headersOf(init, await accessToken()));
  },
};

const throwProblems: client.Middleware = {
  async post({ response }) {
    const problem = response.ok ? undefined : await problemOf(response);
    if (problem) throw problem;
  },
};

const configuration = new client.Configuration({ basePath: '', middleware: [withToken, withConfirmation, throwProblems] });

/** Every operation of the contract, for whoever is signed in. */
export const api = {
  agencies: new client.AgenciesApi(configuration),
  announcements: new client.AnnouncementsApi(configuration),
  attachments: new client.AttachmentsApi(configuration),
  audit: new client.AuditApi(configuration),
  beneficiaries: new client.BeneficiariesApi(configuration),
  colleagues: new client.ColleaguesApi(configuration),
  contractDirectory: new client.ContractDirectoryApi(configuration),
  correctiveActionPlans: new client.CorrectiveActionPlansApi(configuration),
  directory: new client.DirectoryApi(configuration),
  disclosedIncidents: new client.DisclosedIncidentsApi(configuration),
  disclosedRelationships: new client.DisclosedRelationshipsApi(configuration),
  extracts: new client.ExtractsApi(configuration),
  figures: new client.FiguresApi(configuration),
  findings: new client.FindingsApi(configuration),
  identity: new client.IdentityApi(configuration),
  incidents: new client.IncidentsApi(configuration),
  incidentWorkbooks: new client.IncidentWorkbooksApi(configuration),
  legalHolds: new client.LegalHoldsApi(configuration),
  notifications: new client.NotificationsApi(configuration),
  ownAccount: new client.OwnAccountApi(configuration),
  receipts: new client.ReceiptsApi(configuration),
  relationshipChains: new client.RelationshipChainsApi(configuration),
  relationships: new client.RelationshipsApi(configuration),
  relationshipStandings: new client.RelationshipStandingsApi(configuration),
  relationshipWorkbooks: new client.RelationshipWorkbooksApi(configuration),
  remarks: new client.RemarksApi(configuration),
  reportingPeriods: new client.ReportingPeriodsApi(configuration),
  reportingPolicies: new client.ReportingPoliciesApi(configuration),
  resources: new client.ResourcesApi(configuration),
  resourceSections: new client.ResourceSectionsApi(configuration),
  roleChanges: new client.RoleChangesApi(configuration),
  search: new client.SearchApi(configuration),
  serviceAccounts: new client.ServiceAccountsApi(configuration),
  sheetMappings: new client.SheetMappingsApi(configuration),
  singleSignOn: new client.SingleSignOnApi(configuration),
  submissionFiles: new client.SubmissionFilesApi(configuration),
  submissions: new client.SubmissionsApi(configuration),
  triage: new client.TriageApi(configuration),
  users: new client.UsersApi(configuration),
  work: new client.WorkApi(configuration),
  workAssignments: new client.WorkAssignmentsApi(configuration),
} as const;

/** A resource with the `ETag` that a change of it must show. */
export interface Tagged<T> {
  value: T;
  etag: string;
}

export async function tagged<T>(answer: Promise<client.ApiResponse<T>>): Promise<Tagged<T>> {
  const resource = await answer;
  return { value: await resource.value(), etag: client.etag(resource) };
}

/** A file, and the name that the API gives it. */
export interface Download {
  blob: Blob;
  name: string;
}

export async function download(answer: Promise<client.ApiResponse<Blob>>): Promise<Download> {
  const file = await answer;
  return { blob: await file.value(), name: client.fileName(file) ?? 'download' };
}
