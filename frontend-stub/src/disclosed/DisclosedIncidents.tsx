import { Badge, Group } from '@mantine/core';
import { api, download, type DisclosedIncident, type IncidentSource, type InvestigationOutcome, type Severity, type UsState, type ViolationCategory } from '../api';
import { useAgencyOptions } from '../shared/agencies';
import { useCodes } from '../shared/codes';
import { DownloadButton } from '../shared/DownloadButton';
import { month, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { AsKnown, onThatDay } from './AsKnown';
import type { INCIDENT_FILTERS } from './routes';
import { texts } from './texts';

type Search = { [name in (typeof INCIDENT_FILTERS)[number]]?: string };

const YES_NO = [
  { value: 'true', label: shared.yes },
  { value: 'false', label: shared.no },
];
const yesNo = (value: string | undefined) => (value === undefined ? undefined : value === 'true');

const filtered = ({ q, period, agencyId, upline, asOf, ...search }: Search) => ({
  q,
  period,
  agencyId,
  upline,
  asOf,
  category: search.category as ViolationCategory | undefined,
  severity: search.severity as Severity | undefined,
  state: search.state as UsState | undefined,
  source: search.source as IncidentSource | undefined,
  outcome: search.outcome as InvestigationOutcome | undefined,
  harm: yesNo(search.harm),
  repeat: yesNo(search.repeat),
  late: yesNo(search.late),
});

/** Every incident as it was disclosed to the carrier, today or on a day of the past. */
export default function DisclosedIncidents() {
  const codes = useCodes();
  const agencies = useAgencyOptions();
  const [search] = useFilters<Search>();
  const list = useList<DisclosedIncident>(['disclosed-incidents', search], (cursor, init) =>
    api.disclosedIncidents.listDisclosedIncidents({ ...filtered(search), cursor, includeTotal: cursor === undefined }, init),
  );
  return (
    <Page
      title={texts.incidents}
      intro={texts.incidentsIntro}
      actions={list.items.length > 0 && <DownloadButton file={(format) => download(api.disclosedIncidents.exportDisclosedIncidentsRaw({ ...filtered(search), format }))} />}
    >
      <AsKnown />
      <ListView
        name={texts.incidents}
        list={list}
        rowId={(row) => row.incident.id}
        filters={[
          { kind: 'words', name: 'q', label: texts.words },
          { kind: 'choice', name: 'agencyId', label: texts.agency, options: agencies },
          { kind: 'words', name: 'upline', label: shared.upline },
          { kind: 'month', name: 'period', label: texts.period },
          { kind: 'code', name: 'category', label: texts.category, codes: 'ViolationCategory' },
          { kind: 'code', name: 'severity', label: texts.severity, codes: 'Severity' },
          { kind: 'code', name: 'state', label: texts.state, codes: 'UsState' },
          { kind: 'code', name: 'source', label: texts.source, codes: 'IncidentSource' },
          { kind: 'code', name: 'outcome', label: texts.outcome, codes: 'InvestigationOutcome' },
          { kind: 'choice', name: 'harm', label: texts.harm, options: YES_NO },
          { kind: 'choice', name: 'repeat', label: texts.repeat, options: YES_NO },
          { kind: 'choice', name: 'late', label: texts.late, options: YES_NO },
          { kind: 'day', name: 'asOf', label: texts.asOf },
        ]}
        empty={<Empty>{texts.incidentsEmpty}</Empty>}
        columns={[
          {
            accessor: 'incident.reference',
            title: texts.reference,
            noWrap: true,
            render: ({ incident }) => <PathLink to={onThatDay(`/triage/${incident.id}`, search.asOf)}>{incident.reference}</PathLink>,
          },
          { accessor: 'agency.name', title: texts.agency },
          { accessor: 'incident.subject.name', title: texts.subject },
          { accessor: 'incident.primaryCategory', title: texts.category, render: ({ incident }) => codes.label('ViolationCategory', incident.primaryCategory) },
          {
            accessor: 'incident.severity',
            title: texts.severity,
            render: ({ incident, repeat, late, amended }) => (
              <Group gap={4} wrap="nowrap">
                <Badge>{codes.label('Severity', incident.severity)}</Badge>
                {repeat && <Badge>{texts.repeat}</Badge>}
                {late && <Badge>{texts.late}</Badge>}
                {amended && <Badge>{texts.amended}</Badge>}
              </Group>
            ),
          },
          { accessor: 'period', title: texts.period, noWrap: true, render: (row) => month(row.period) },
          { accessor: 'disclosedAt', title: texts.disclosedAt, noWrap: true, render: (row) => time(row.disclosedAt) },
        ]}
      />
    </Page>
  );
}
