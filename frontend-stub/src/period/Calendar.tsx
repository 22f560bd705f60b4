import { Badge, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api, download, type PeriodStatus, type ReportingPeriod } from '../api';
import { useCarriers } from '../shared/carriers';
import { DownloadButton } from '../shared/DownloadButton';
import { day, inDays, month } from '../shared/format';
import type { Filter } from '../shared/list/Filters';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { periodStates } from '../shared/periodStates';
import { useMay, useUser } from '../shared/user';
import type { FILTERS } from './routes';
import { texts } from './texts';

const NilDialog = lazy(() => import('./NilDialog'));

type Search = { [name in (typeof FILTERS)[number]]?: string };

const filtered = ({ status, ...others }: Search) => ({ ...others, status: status as PeriodStatus | undefined });

/** Every month of every carrier, and what is owed. */
export default function Calendar() {
  const may = useMay();
  const user = useUser();
  const carriers = useCarriers();
  const isCarrier = user.organization.kind === 'CARRIER';
  const [search] = useFilters<Search>();
  const [declaring, setDeclaring] = useState<ReportingPeriod>();
  const list = useList<ReportingPeriod>(['periods', search], (cursor, init) => api.reportingPeriods.listReportingPeriods({ ...filtered(search), cursor }, init));
  const filters: Filter[] = [
    { kind: 'month', name: 'fromPeriod', label: texts.from },
    { kind: 'month', name: 'toPeriod', label: texts.to },
    ...(isCarrier
      ? []
      : [{ kind: 'choice' as const, name: 'carrierId', label: texts.carrier, options: carriers.data?.items.map((one) => ({ value: one.id, label: one.name })) ?? [] }]),
    { kind: 'choice', name: 'status', label: texts.status, options: Object.entries(periodStates).map(([value, label]) => ({ value, label })) },
  ];
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={list.items.length > 0 && <DownloadButton file={(format) => download(api.reportingPeriods.exportReportingPeriodsRaw({ ...filtered(search), format }))} />}
    >
      <ListView
        name={texts.title}
        list={list}
        filters={filters}
        rowId={(row) => row.period + row.carrier.id + row.agency.id}
        empty={<Empty>{texts.empty}</Empty>}
        columns={[
          { accessor: 'period', title: texts.month, noWrap: true, render: (row) => month(row.period) },
          isCarrier ? { accessor: 'agency.name', title: texts.agency } : { accessor: 'carrier.name', title: texts.carrier },
          { accessor: 'status', title: texts.status, noWrap: true, render: (row) => <Badge>{periodStates[row.status]}</Badge> },
          { accessor: 'dueDate', title: texts.due, render: (row) => texts.dueOn(day(row.dueDate), inDays(row.dueDate), row.timeZone) },
          { accessor: 'why', title: texts.why, width: 230 },
          {
            accessor: 'counts',
            title: texts.step,
            render: (row) => (
              <Group gap="xs">
                {may('createSubmission') && (row.counts.undisclosed ?? 0) > 0 && (
                  <Button size="compact-sm" variant="default" component={Link} to="/submissions/new" search={{ kind: 'INCIDENTS', carrierId: row.carrier.id, period: row.period } as never}>
                    {texts.report}
                  </Button>
                )}
                {!may('createSubmission') && may('submitSubmission') && (row.counts.undisclosed ?? 0) > 0 && <Text size="sm">{texts.reporterFirst}</Text>}
                {may('declareNil') && row.nilReportPossible && (
                  <Button size="compact-sm" variant="default" onClick={() => setDeclaring(row)}>
                    {texts.nil}
                  </Button>
                )}
              </Group>
            ),
          },
        ]}
      />
      <Suspense>{declaring && <NilDialog period={declaring} onClose={() => setDeclaring(undefined)} />}</Suspense>
    </Page>
  );
}
