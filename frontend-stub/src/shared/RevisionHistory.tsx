import { Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldDifference, RevisionOrigin } from '../api';
import { useCodes } from './codes';
import { DifferenceTable } from './difference/DifferenceTable';
import { time } from './format';
import { ListView } from './list/ListView';
import { useList, type ListPageOf } from './list/useList';
import { Awaited } from './Page';
import { texts } from './texts';

interface Revision {
  revision: number;
  changedAt: string;
  changedBy: string;
  origin: RevisionOrigin;
}

interface Props {
  /** Under which queries of the record are kept. */
  queryKey: readonly string[];
  newest: number;
  list: (cursor: string | undefined, init: RequestInit) => Promise<ListPageOf<Revision>>;
  compare: (fromRevision: number, toRevision: number) => Promise<{ differences: FieldDifference[] }>;
}

/** Any two revisions beside each other, and who recorded which. */
export function RevisionHistory({ queryKey, newest, list, compare }: Props) {
  const codes = useCodes();
  const [from, setFrom] = useState(Math.max(1, newest - 1));
  const [to, setTo] = useState(newest);
  const revisions = useList<Revision>([...queryKey, 'revisions', newest], list);
  const comparison = useQuery({ queryKey: [...queryKey, 'differences', from, to], queryFn: () => compare(from, to), enabled: from !== to });
  const choices = Array.from({ length: newest }, (_, index) => ({ value: String(index + 1), label: texts.revisionNumber(index + 1) }));
  return (
    <Stack>
      {newest > 1 && (
        <Group>
          <Select label={texts.compareFrom} data={choices} value={String(from)} onChange={(value) => setFrom(Number(value ?? 1))} allowDeselect={false} />
          <Select label={texts.compareTo} data={choices} value={String(to)} onChange={(value) => setTo(Number(value ?? newest))} allowDeselect={false} />
        </Group>
      )}
      {newest > 1 && from !== to && !comparison.data && <Awaited error={comparison.error} height={80} />}
      {newest > 1 && (from === to || comparison.data) && <DifferenceTable differences={comparison.data?.differences ?? []} label={texts.history} />}
      <ListView
        name={texts.revisions}
        list={revisions}
        rowId={(row) => String(row.revision)}
        empty={null}
        columns={[
          { accessor: 'revision', title: texts.revision },
          { accessor: 'changedAt', title: texts.recordedAt, render: (row) => time(row.changedAt) },
          { accessor: 'changedBy', title: texts.recordedBy },
          { accessor: 'origin', title: texts.recordedFrom, render: (row) => codes.label('RevisionOrigin', row.origin) },
        ]}
      />
    </Stack>
  );
}
