import { Badge, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, download, type CorrectiveActionPlan, type PlanState } from '../api';
import { useAgencyOptions } from '../shared/agencies';
import { useCodes } from '../shared/codes';
import { DownloadButton } from '../shared/DownloadButton';
import { time } from '../shared/format';
import type { Filter } from '../shared/list/Filters';
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

const filtered = ({ state, overdue, agencyId, upline }: Search) => ({
  agencyId,
  upline,
  state: state as PlanState | undefined,
  overdue: overdue === undefined ? undefined : overdue === 'true',
});

/** The plans that an agency is to carry out, as both sides see them. */
export default function Plans() {
  const may = useMay();
  const user = useUser();
  const codes = useCodes();
  const agencies = useAgencyOptions();
  const isCarrier = user.organization.kind === 'CARRIER';
  const [search] = useFilters<Search>();
  const list = useList<CorrectiveActionPlan>(['plans', search], (cursor, init) => api.correctiveActionPlans.listCorrectiveActionPlans({ ...filtered(search), cursor }, init));
  const issue = may('issueCorrectiveActionPlan') && (
    <Button component={Link} to="/corrective-action-plans/new">
      {texts.emptyHint}
    </Button>
  );
  const filters: Filter[] = [
    { kind: 'code', name: 'state', label: texts.state, codes: 'PlanState' },
    {
      kind: 'choice',
      name: 'overdue',
      label: texts.overdue,
      options: [
        { value: 'true', label: shared.yes },
        { value: 'false', label: shared.no },
      ],
    },
    ...(isCarrier
      ? [
          { kind: 'choice' as const, name: 'agencyId', label: texts.agency, options: agencies },
          { kind: 'words' as const, name: 'upline', label: shared.upline },
        ]
      : []),
  ];
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={
        <>
          {list.items.length > 0 && (
            <DownloadButton file={(format) => download(api.correctiveActionPlans.exportCorrectiveActionPlansRaw({ ...filtered(search), format }))} />
          )}
          {issue}
        </>
      }
    >
      <ListView
        name={texts.title}
        list={list}
        filters={filters}
        rowId={(row) => row.id}
        empty={<Empty action={issue}>{texts.empty}</Empty>}
        columns={[
          { accessor: 'reference', title: texts.reference, noWrap: true, render: (row) => <PathLink to={`/corrective-action-plans/${row.id}`}>{row.reference}</PathLink> },
          { accessor: 'title', title: texts.name },
          isCarrier ? { accessor: 'agency.name', title: texts.agency } : { accessor: 'carrier.name', title: texts.carrier },
          { accessor: 'actionItems', title: texts.items, render: (row) => row.actionItems.length },
          { accessor: 'issuedAt', title: texts.issued, noWrap: true, render: (row) => time(row.issuedAt) },
          {
            accessor: 'state',
            title: texts.state,
            render: (row) => (
              <Group gap={4}>
                <Badge>{codes.label('PlanState', row.state)}</Badge>
                {row.overdue && <Badge>{texts.overdue}</Badge>}
              </Group>
            ),
          },
        ]}
      />
    </Page>
  );
}
