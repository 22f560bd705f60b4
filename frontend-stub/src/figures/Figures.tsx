import { Alert, Skeleton, SimpleGrid, Stack, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { api, type CarrierFigures, type Figure } from '../api';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { month, number } from '../shared/format';
import { Filters } from '../shared/list/Filters';
import { useFilters } from '../shared/list/useFilters';
import { Awaited, Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts } from './texts';

const Chart = lazy(() => import('./Chart'));

type Search = { fromPeriod?: string; toPeriod?: string };

interface Dimension {
  name: string;
  figures: Figure[];
  labelOf: (figure: Figure) => string;
  /** The filter of the list that holds what was counted; absent where no list has one. */
  filter?: string;
}

const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const list = (filters: Record<string, string | undefined>) => {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/disclosed-incidents?${new URLSearchParams(given)}`;
};

function DimensionView({ dimension: { name, figures, labelOf, filter }, period }: { dimension: Dimension; period: string | undefined }) {
  const rows = figures.map((figure) => ({ code: figure.code, label: labelOf(figure), count: figure.count }));
  return (
    <Stack component="section" gap="xs" aria-label={name}>
      <Title order={2} size="h4">
        {name}
      </Title>
      <Suspense fallback={<Skeleton h={160} />}>
        <Chart name={name} rows={rows} />
      </Suspense>
      <Table withTableBorder verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.what}</Table.Th>
            <Table.Th scope="col" ta="right">
              {texts.count}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ code, label, count }) => (
            <Table.Tr key={code ?? label}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              <Table.Td ta="right">
                {filter && code && count > 0 ? (
                  <PathLink to={list({ period, [filter]: code })} aria-label={texts.show(number(count), label)}>
                    {number(count)}
                  </PathLink>
                ) : (
                  number(count)
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function Numbers({ figures: { incidents, correctiveActions }, period }: { figures: CarrierFigures; period: string | undefined }) {
  const link = (count: number, what: string, to: string) => (
    <PathLink to={to} aria-label={texts.show(number(count), what)}>
      {number(count)}
    </PathLink>
  );
  return (
    <Stack component="section" gap="xs" aria-label={texts.inNumbers}>
      <Title order={2} size="h4">
        {texts.inNumbers}
      </Title>
      <Facts
        facts={[
          [texts.incidents, link(incidents.total, texts.incidents, list({ period }))],
          [texts.reported, number(incidents.reported)],
          [texts.onTime, link(incidents.onTime, texts.onTime, list({ period, late: 'false' }))],
          [texts.onTimeRate, incidents.onTimeRate !== undefined && percent.format(incidents.onTimeRate)],
          [texts.daysToReport, incidents.medianDaysToReport !== undefined && number(incidents.medianDaysToReport)],
          [texts.daysToDecision, incidents.medianDaysToDecision !== undefined && number(incidents.medianDaysToDecision)],
          [texts.openPlans, link(correctiveActions.openPlans, texts.openPlans, '/corrective-action-plans')],
          [texts.openItems, number(correctiveActions.openItems)],
          [texts.overdueItems, link(correctiveActions.overdueItems, texts.overdueItems, '/corrective-action-plans?overdue=true')],
        ]}
      />
    </Stack>
  );
}

/** What the carrier holds, counted; each number leads to what was counted. */
export default function Figures() {
  const codes = useCodes();
  const [search] = useFilters<Search>();
  const read = useQuery({ queryKey: ['figures', search], queryFn: () => api.figures.getCarrierFigures(search) });
  const coded = (of: string) => (figure: Figure) => (figure.code ? codes.label(of, figure.code) : texts.none);
  const named = (figure: Figure) => figure.name ?? figure.code ?? texts.none;
  const data = read.data;
  const period = data && data.from === data.to ? data.from : undefined;
  const dimensions: Dimension[] = data
    ? [
        { name: texts.months, figures: data.incidents.byMonth, labelOf: (figure) => (figure.code ? month(figure.code) : texts.none), filter: 'period' },
        { name: texts.categories, figures: data.incidents.byCategory, labelOf: coded('ViolationCategory'), filter: 'category' },
        { name: texts.severities, figures: data.incidents.bySeverity, labelOf: coded('Severity'), filter: 'severity' },
        { name: texts.states, figures: data.incidents.byState, labelOf: coded('UsState'), filter: 'state' },
        { name: texts.agencies, figures: data.byAgency, labelOf: named, filter: 'agencyId' },
        { name: texts.uplines, figures: data.byUpline, labelOf: named },
        { name: texts.channels, figures: data.incidents.byLeadChannel, labelOf: coded('LeadChannel') },
        { name: texts.subcontractors, figures: data.incidents.bySubcontractor, labelOf: named },
      ]
    : [];
  return (
    <Page title={texts.title} intro={texts.intro}>
      <Filters
        name={texts.title}
        filters={[
          { kind: 'month', name: 'fromPeriod', label: texts.from },
          { kind: 'month', name: 'toPeriod', label: texts.to },
        ]}
      />
      {!data && <Awaited error={read.error} retry={() => void read.refetch()} />}
      {data && data.incidents.total === 0 && <Empty>{texts.empty}</Empty>}
      {data && <Numbers figures={data} period={period} />}
      {data && data.incidents.total > 0 && period === undefined && (
        <Alert variant="outline" role="note">
          {texts.listsDiffer}
        </Alert>
      )}
      {data && data.incidents.total > 0 && (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="xl">
          {dimensions
            .filter(({ figures }) => figures.length > 0)
            .map((dimension) => (
              <DimensionView key={dimension.name} dimension={dimension} period={dimension.filter === 'period' ? undefined : period} />
            ))}
        </SimpleGrid>
      )}
    </Page>
  );
}
