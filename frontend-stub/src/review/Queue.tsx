import { Badge, Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Submission } from '../api';
import { useAgencyOptions } from '../shared/agencies';
import { month, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { useMay } from '../shared/user';
import { texts } from './texts';
import { useQueue, type Search } from './useQueue';

const AcknowledgeDialog = lazy(() => import('./AcknowledgeDialog'));

function Marks({ submission }: { submission: Submission }) {
  // A declaration of nothing has no rows that people know of.
  const lateItems = submission.nil ? 0 : (submission.lateItems ?? 0);
  return (
    <Group gap={4}>
      {submission.onTime === false && lateItems === 0 && <Badge>{texts.late}</Badge>}
      {lateItems > 0 && <Badge>{texts.lateRows(lateItems)}</Badge>}
      {submission.revision > 1 && <Badge>{texts.again(submission.revision)}</Badge>}
    </Group>
  );
}

/** What waits for the carrier's decision; one or several are acknowledged from here. */
export default function Queue() {
  const may = useMay();
  const [search] = useFilters<Search>();
  const agencies = useAgencyOptions();
  const [rows, setRows] = useState<Submission[]>([]);
  const [isAcknowledging, setAcknowledging] = useState(false);
  const list = useQueue(search);
  // A row that has left the queue, or was submitted again, is no longer what was chosen.
  const selected = rows.filter((row) => list.items.some((item) => item.id === row.id && item.revision === row.revision));
  const isSelectable = (row: Submission) => row.possibleActions.includes('ACKNOWLEDGE');
  const all = (
    <Button variant="default" component={Link} to="/submissions">
      {texts.all}
    </Button>
  );
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={
        <>
          {may('acknowledgeSubmissions') && list.items.length > 0 && (
            <Button disabled={selected.length === 0} onClick={() => setAcknowledging(true)}>
              {texts.acknowledgeSelected(selected.length)}
            </Button>
          )}
          {all}
        </>
      }
    >
      <ListView
        name={texts.title}
        list={list}
        rowId={(row) => row.id}
        empty={<Empty action={all}>{texts.empty}</Empty>}
        {...(may('acknowledgeSubmissions') ? { selected: { rows: selected, set: setRows, isSelectable, nameOf: (row: Submission) => row.reference } } : {})}
        filters={[
          { kind: 'choice', name: 'kind', label: texts.kind, options: Object.entries(texts.kinds).map(([value, label]) => ({ value, label })) },
          { kind: 'month', name: 'period', label: texts.period },
          { kind: 'choice', name: 'agencyId', label: texts.agency, options: agencies },
          { kind: 'words', name: 'upline', label: shared.upline },
        ]}
        columns={[
          { accessor: 'reference', title: texts.reference, noWrap: true, render: (row) => <PathLink to={`/submissions/${row.id}`}>{row.reference}</PathLink> },
          { accessor: 'agency', title: texts.agency, render: (row) => row.agency.name },
          { accessor: 'kind', title: texts.kind, render: (row) => texts.kinds[row.kind] },
          { accessor: 'period', title: texts.period, noWrap: true, render: (row) => row.period && month(row.period) },
          {
            accessor: 'counts',
            title: texts.contents,
            render: ({ nil, counts }) => (nil ? texts.nil : texts.counts(counts.added, counts.changed, counts.ended, counts.voided)),
          },
          { accessor: 'submittedAt', title: texts.waits, noWrap: true, render: (row) => row.submittedAt && time(row.submittedAt) },
          { accessor: 'marks', title: texts.marks, render: (row) => <Marks submission={row} /> },
        ]}
      />
      {isAcknowledging && (
        <Suspense>
          <AcknowledgeDialog
            submissions={selected}
            onClose={() => setAcknowledging(false)}
            onDone={() => {
              setAcknowledging(false);
              setRows([]);
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}
