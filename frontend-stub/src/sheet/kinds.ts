import { api, download, tagged, type Download, type ImportCorrections, type ImportRowPage, type SheetImport, type SheetImportPage, type Tagged } from '../api';

/** The two sheets that an agency uploads: the same steps, other operations. */
export interface SheetKind {
  name: 'relationships' | 'incidents';
  label: string;
  home: string;
  upload(file: File, key: string): Promise<Tagged<SheetImport>>;
  list(cursor: string | undefined, init: RequestInit): Promise<SheetImportPage>;
  read(id: string): Promise<Tagged<SheetImport>>;
  rows(id: string, cursor: string | undefined): Promise<ImportRowPage>;
  correct(id: string, ifMatch: string, importCorrections: ImportCorrections, key: string): Promise<Tagged<SheetImport>>;
  cancel(id: string, key: string): Promise<Tagged<SheetImport>>;
  marked(id: string): Promise<Download>;
  template(): Promise<Download>;
}

const { relationshipWorkbooks: ofRelationships, incidentWorkbooks: ofIncidents } = api;
const MOST = 200;

export const RELATIONSHIPS: SheetKind = {
  name: 'relationships',
  label: 'Relationships',
  home: '/relationships',
  upload: (file, idempotencyKey) => tagged(ofRelationships.importRelationshipsRaw({ file, mode: 'DRY_RUN', idempotencyKey })),
  list: (cursor, init) => ofRelationships.listRelationshipImports({ cursor }, init),
  read: (relationshipImportId) => tagged(ofRelationships.getRelationshipImportRaw({ relationshipImportId })),
  rows: (relationshipImportId, cursor) => ofRelationships.listRelationshipImportRows({ relationshipImportId, faulty: true, cursor, limit: MOST }),
  correct: (relationshipImportId, ifMatch, importCorrections, idempotencyKey) =>
    tagged(ofRelationships.correctRelationshipImportRaw({ relationshipImportId, ifMatch, importCorrections, idempotencyKey })),
  cancel: (relationshipImportId, idempotencyKey) => tagged(ofRelationships.cancelRelationshipImportRaw({ relationshipImportId, idempotencyKey })),
  marked: (relationshipImportId) => download(ofRelationships.downloadMarkedRelationshipWorkbookRaw({ relationshipImportId })),
  template: () => download(ofRelationships.downloadRelationshipTemplateRaw({})),
};

export const INCIDENTS: SheetKind = {
  name: 'incidents',
  label: 'Incidents',
  home: '/incidents',
  upload: (file, idempotencyKey) => tagged(ofIncidents.importIncidentsRaw({ file, mode: 'DRY_RUN', idempotencyKey })),
  list: (cursor, init) => ofIncidents.listIncidentImports({ cursor }, init),
  read: (incidentImportId) => tagged(ofIncidents.getIncidentImportRaw({ incidentImportId })),
  rows: (incidentImportId, cursor) => ofIncidents.listIncidentImportRows({ incidentImportId, faulty: true, cursor, limit: MOST }),
  correct: (incidentImportId, ifMatch, importCorrections, idempotencyKey) =>
    tagged(ofIncidents.correctIncidentImportRaw({ incidentImportId, ifMatch, importCorrections, idempotencyKey })),
  cancel: (incidentImportId, idempotencyKey) => tagged(ofIncidents.cancelIncidentImportRaw({ incidentImportId, idempotencyKey })),
  marked: (incidentImportId) => download(ofIncidents.downloadMarkedIncidentWorkbookRaw({ incidentImportId })),
  template: () => download(ofIncidents.downloadIncidentTemplateRaw({})),
};
