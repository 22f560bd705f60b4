import { Badge, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, download, type Incident, type InvestigationOutcome, type Severity, type ViolationCategory } from '../api';
import { useCarriers } from '../shared/carriers';
import { useCodes } from '../shared/codes';
import { DownloadButton } from '../shared/DownloadButton';
import { day, month } from '../shared/format';
import type { Filter } from '../shared/list/Filters';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { useMay } from '../shared/user';
import type { FILTERS } from './routes';
import { texts } from './texts';

type Search = { [name in (typeof FILTERS)[number]]?: string };
const YES_NO = [
  { value: 'true', label: shared.yes },
  { value: 'false', label: shared.no },
];
const yesNo = (value: string | undefined) => (value === undefined ? undefined : value === 'true');

const filtered = (search: Search) => ({
  q: search.q,
  period: search.period,
  carrierId: search.carrierId,
  category: search.category as ViolationCategory | undefined,
  severity: search.severity as Severity | undefined,
  outcome: search.outcome as InvestigationOutcome | undefined,
  undisclosed: yesNo(search.undisclosed),
  late: yesNo(search.late),
  voided: yesNo(search.voided),
});

export default function Incidents() {
  const may = useMay();
  const codes = useCodes();
  const carriers = useCarriers();
  const [search] = useFilters<Search>();
  const list = useList<Incident>(['incidents', search], (cursor, init) =>
    api.incidents.listIncidents({ ...filtered(search), cursor, includeTotal: cursor === undefined }, init),
  );
  const carrierName = (id: string) => carriers.data?.items.find((carrier) => carrier.id === id)?.name ?? '';
  const filters: Filter[] = [
    { kind: 'words', name: 'q', label: texts.words },
    { kind: 'month', name: 'period', label: texts.period },
    { kind: 'choice', name: 'carrierId', label: texts.carrier, options: carriers.data?.items.map((one) => ({ value: one.id, label: one.name })) ?? [] },
    { kind: 'code', name: 'category', label: texts.category, codes: 'ViolationCategory' },
    { kind: 'code', name: 'severity', label: texts.severity, codes: 'Severity' },
    { kind: 'code', name: 'outcome', label: texts.outcome, codes: 'InvestigationOutcome' },
    { kind: 'choice', name: 'undisclosed', label: texts.undisclosed, options: YES_NO },
    { kind: 'choice', name: 'late', label: texts.late, options: YES_NO },
    { kind: 'choice', name: 'voided', label: texts.voided, options: YES_NO },
  ];
  const add = may('createIncident') && (
    <Button component={Link} to="/incidents/new">
      {texts.add}
    </Button>
  );
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={
        <>
          {list.items.length > 0 && <DownloadButton file={(format) => download(api.incidentWorkbooks.exportIncidentsRaw({ ...filtered(search), format }))} />}
          {may('importIncidents') && (
            <Button variant="default" component={Link} to="/incidents/upload">
              {texts.upload}
            </Button>
          )}
          {add}
        </>
      }
    >
      <ListView
        name={texts.title}
        list={list}
        filters={filters}
        rowId={(row) => row.id}
        empty={<Empty action={add}>{texts.empty}</Empty>}
        columns={[
          { accessor: 'reference', title: texts.reference, noWrap: true, render: (row) => <PathLink to={`/incidents/${row.id}`}>{row.reference}</PathLink> },
          { accessor: 'subject.name', title: texts.subject },
          { accessor: 'primaryCategory', title: texts.category, render: (row) => codes.label('ViolationCategory', row.primaryCategory) },
          {
            accessor: 'severity',
            title: texts.severity,
            render: (row) => (
              <Group gap={4} wrap="nowrap">
                <Badge>{codes.label('Severity', row.severity)}</Badge>
                {row.derived?.repeat && <Badge>{texts.repeat}</Badge>}
                {row.voidReason && <Badge>{texts.voided}</Badge>}
              </Group>
            ),
          },
          { accessor: 'carrierId', title: texts.carrier, render: (row) => carrierName(row.carrierId) },
          { accessor: 'derived.period', title: texts.period, noWrap: true, render: (row) => row.derived && month(row.derived.period) },
          { accessor: 'derived.dueDate', title: texts.due, noWrap: true, render: (row) => row.derived && day(row.derived.dueDate) },
        ]}
      />
    </Page>
  );
}
