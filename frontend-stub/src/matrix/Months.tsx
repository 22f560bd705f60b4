import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, download, type PeriodStatus, type ReportingPeriod } from '../api';
import { useAgencyOptions } from '../shared/agencies';
import { DownloadButton } from '../shared/DownloadButton';
import { day, inDays, month } from '../shared/format';
import { Filters } from '../shared/list/Filters';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Awaited, Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { periodStates } from '../shared/periodStates';
import { texts as shared } from '../shared/texts';
import './matrix.css';
import { monthsBetween, recentMonths } from './months';
import type { FILTERS } from './routes';
import { texts } from './texts';

type Search = { [name in (typeof FILTERS)[number]]?: string };

/** A day for what nobody owes would be read as a day that was missed. */
const NOT_OWED: ReadonlySet<PeriodStatus> = new Set<PeriodStatus>(['NOTHING_TO_REPORT', 'NOTHING_REPORTED']);
const AGENCIES_SHOWN = 50;

function Cell({ entry }: { entry: ReportingPeriod | undefined }) {
  if (!entry) return <Text size="sm" c="dimmed">{texts.notAsked}</Text>;
  const { submissions } = entry.counts;
  return (
    <Stack gap={2} title={entry.why}>
      <Text size="sm" fw={600}>
        {periodStates[entry.status]}
      </Text>
      <Text size="xs" c="dimmed">
        {NOT_OWED.has(entry.status) ? texts.notOwed : entry.dueInDays === undefined ? texts.wasDue(day(entry.dueDate)) : texts.due(day(entry.dueDate), inDays(entry.dueDate))}
      </Text>
      {submissions > 0 && (
        <PathLink size="xs" to={`/submissions?period=${entry.period}&agencyId=${entry.agency.id}`} aria-label={`${texts.submissions(submissions)}: ${entry.agency.name}, ${month(entry.period)}`}>
          {texts.submissions(submissions)}
        </PathLink>
      )}
    </Stack>
  );
}

function Matrix({ entries, months }: { entries: ReportingPeriod[]; months: string[] }) {
  const agencies = new Map(entries.map(({ agency }) => [agency.id, agency.name]));
  const cells = new Map(entries.map((entry) => [`${entry.agency.id} ${entry.period}`, entry]));
  return (
    <Table.ScrollContainer minWidth={140 + months.length * 120} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': texts.title } }}>
      <Table withTableBorder withColumnBorders verticalSpacing="xs" className="months">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.agency}</Table.Th>
            {months.map((period) => (
              <Table.Th key={period} scope="col">
                {month(period)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...agencies].map(([id, name]) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">
                <PathLink to={`/agencies/${id}`}>{name}</PathLink>
              </Table.Th>
              {months.map((period) => (
                <Table.Td key={period}>
                  <Cell entry={cells.get(`${id} ${period}`)} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Months × agencies, with the API's own words in every cell. */
export default function Months() {
  const agencies = useAgencyOptions();
  const [search, , clear] = useFilters<Search>();
  const [recent] = useState(() => recentMonths(new Date()));
  const asked = {
    fromPeriod: search.fromPeriod ?? recent.first,
    toPeriod: search.toPeriod ?? recent.last,
    agencyId: search.agencyId,
    upline: search.upline,
    status: search.status as PeriodStatus | undefined,
  };
  const list = useList<ReportingPeriod>(['reporting-periods', asked], (cursor, init) => api.reportingPeriods.listReportingPeriods({ ...asked, cursor, limit: AGENCIES_SHOWN }, init));
  const isFiltered = Object.keys(search).length > 0;
  const isEmpty = !list.isPending && !list.error && list.items.length === 0 && !list.more;
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={
        <>
          <DownloadButton file={(format) => download(api.reportingPeriods.exportReportingPeriodsRaw({ ...asked, format }))} />
          <Button variant="default" component={Link} to="/relationship-standings">
            {texts.standings}
          </Button>
        </>
      }
    >
      <Filters
        name={texts.title}
        filters={[
          { kind: 'month', name: 'fromPeriod', label: texts.from },
          { kind: 'month', name: 'toPeriod', label: texts.to },
          { kind: 'choice', name: 'agencyId', label: texts.agency, options: agencies },
          { kind: 'words', name: 'upline', label: shared.upline },
          { kind: 'choice', name: 'status', label: texts.status, options: Object.entries(periodStates).map(([value, label]) => ({ value, label })) },
        ]}
      />
      {(list.isPending || list.error) && <Awaited error={list.error} retry={list.retry} />}
      {isEmpty && (
        <Empty
          action={
            isFiltered ? (
              <Button variant="default" onClick={clear}>
                {shared.clearFilters}
              </Button>
            ) : (
              <Button component={Link} to="/agencies">
                {texts.agencies}
              </Button>
            )
          }
        >
          {isFiltered ? shared.noMatch : texts.empty}
        </Empty>
      )}
      {list.items.length > 0 && <Matrix entries={list.items} months={monthsBetween(asked.fromPeriod, asked.toPeriod)} />}
      {list.more && (
        <Group justify="center">
          <Button variant="default" loading={list.isFetchingMore} onClick={list.more}>
            {shared.showMore}
          </Button>
        </Group>
      )}
    </Page>
  );
}
