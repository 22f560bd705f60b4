import { Badge, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, download, type TriageItem, type TriageState } from '../api';
import { useAgencyOptions } from '../shared/agencies';
import { useCodes } from '../shared/codes';
import { DownloadButton } from '../shared/DownloadButton';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { useMay, useUser } from '../shared/user';
import type { FILTERS } from './routes';
import { texts } from './texts';

type Search = { [name in (typeof FILTERS)[number]]?: string };

const filtered = ({ state, ...others }: Search) => ({ ...others, state: state as TriageState | undefined });

/** What was disclosed and wants a decision, the gravest first. */
export default function Triage() {
  const may = useMay();
  const user = useUser();
  const codes = useCodes();
  const agencies = useAgencyOptions();
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: () => api.colleagues.listColleagues({ limit: 200 }), enabled: may('listColleagues') });
  const [search] = useFilters<Search>();
  const list = useList<TriageItem>(['triage', search], (cursor, init) => api.triage.listTriageItems({ ...filtered(search), cursor }, init));
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={list.items.length > 0 && <DownloadButton file={(format) => download(api.triage.exportTriageItemsRaw({ ...filtered(search), format }))} />}
    >
      <ListView
        name={texts.title}
        list={list}
        rowId={(row) => row.incidentId}
        empty={<Empty>{texts.empty}</Empty>}
        filters={[
          { kind: 'code', name: 'state', label: texts.state, codes: 'TriageState' },
          {
            kind: 'choice',
            name: 'assigneeId',
            label: texts.assignee,
            options: colleagues.data?.items.map(({ id, name }) => ({ value: id, label: id === user.id ? texts.mine : name })) ?? [],
          },
          { kind: 'choice', name: 'agencyId', label: texts.agency, options: agencies },
          { kind: 'words', name: 'upline', label: shared.upline },
        ]}
        columns={[
          { accessor: 'incidentReference', title: texts.reference, noWrap: true, render: (row) => <PathLink to={`/triage/${row.incidentId}`}>{row.incidentReference}</PathLink> },
          {
            accessor: 'severity',
            title: texts.severity,
            render: (row) => (
              <Group gap={4}>
                <Badge>{codes.label('Severity', row.severity)}</Badge>
                {row.potentialHarm && <Badge>{texts.harm}</Badge>}
                {row.repeated && <Badge>{texts.repeat}</Badge>}
                {row.followedUpAt && <Badge>{texts.followedUp}</Badge>}
              </Group>
            ),
          },
          { accessor: 'primaryCategory', title: texts.category, render: (row) => codes.label('ViolationCategory', row.primaryCategory) },
          { accessor: 'subjectName', title: texts.subject },
          { accessor: 'agency.name', title: texts.agency },
          { accessor: 'receivedAt', title: texts.received, noWrap: true, render: (row) => time(row.receivedAt) },
          { accessor: 'assigneeName', title: texts.assignee },
          { accessor: 'state', title: texts.state, render: (row) => <Badge>{codes.label('TriageState', row.state)}</Badge> },
        ]}
      />
    </Page>
  );
}
