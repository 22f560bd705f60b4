import { Badge, Button, Code } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, download, tagged, type CmsExtractRow } from '../api';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { DownloadButton } from '../shared/DownloadButton';
import { Facts } from '../shared/Facts';
import { useDownload } from '../shared/files';
import { month, number, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Awaited, Empty, Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { texts } from './texts';

/** An extract's rows, and how it becomes final. */
export default function ExtractDetails() {
  const { extractId } = useParams({ from: '/inside/extracts/$extractId' });
  const go = useNavigate();
  const may = useMay();
  const codes = useCodes();
  const queries = useQueryClient();
  const keyOf = useKey();
  const file = useDownload();
  const [step, setStep] = useState<'finalize' | 'discard'>();
  const read = useQuery({ queryKey: ['extract', extractId, 'details'], queryFn: () => tagged(api.extracts.getExtractRaw({ extractId })) });
  const rows = useList<CmsExtractRow>(['extract', extractId, 'rows'], (cursor, init) => api.extracts.listExtractRows({ extractId, cursor }, init));
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value, etag } = read.data;
  const isDraft = value.state === 'DRAFT';
  const at = { extractId, ifMatch: etag, idempotencyKey: keyOf([step, etag]) };
  // Each list has its own columns, and those without a value are left out: a name that is new here comes last.
  const held = new Set(rows.items.flatMap((row) => Object.keys(row.values)));
  const columns = [...Object.keys(texts.columns).filter((name) => held.has(name)), ...[...held].filter((name) => !(name in texts.columns))];
  const refresh = () => {
    setStep(undefined);
    for (const queryKey of [['extract', extractId], ['extracts']]) void queries.invalidateQueries({ queryKey });
  };
  return (
    <Page
      title={texts.name(texts.kinds[value.kind], month(value.period))}
      mark={
        <>
          <Badge>{codes.label('CmsExtractState', value.state)}</Badge>
          {value.version !== undefined && <Badge>{texts.versionNumber(value.version)}</Badge>}
        </>
      }
      above={{ label: texts.title, to: '/extracts' }}
      actions={
        <>
          {rows.items.length > 0 && <DownloadButton file={(format) => download(api.extracts.exportExtractRaw({ extractId, format }))} />}
          {value.contentSha256 && (
            <Button variant="default" loading={file.isPending} onClick={() => file.mutate(() => download(api.extracts.downloadExtractContentRaw({ extractId })))}>
              {texts.content}
            </Button>
          )}
          {isDraft && may('discardExtract') && (
            <Button variant="default" onClick={() => setStep('discard')}>
              {texts.discard}
            </Button>
          )}
          {isDraft && may('finalizeExtract') && <Button onClick={() => setStep('finalize')}>{texts.finalize}</Button>}
        </>
      }
    >
      <ProblemAlert error={file.error} />
      <Facts
        facts={[
          [texts.rows, value.rowCount !== undefined && number(value.rowCount)],
          [texts.created, texts.by(time(value.createdAt), value.createdBy)],
          [texts.finalized, value.finalizedAt && texts.by(time(value.finalizedAt), value.finalizedBy ?? '')],
          [texts.sha, value.contentSha256 && <Code key="sha">{value.contentSha256}</Code>],
        ]}
      />
      <ListView
        name={texts.rows}
        list={rows}
        rowId={(row) => String(row.number)}
        empty={<Empty>{texts.rowsEmpty}</Empty>}
        columns={[
          { accessor: 'number', title: texts.number },
          ...columns.map((name) => ({ accessor: `values.${name}`, title: texts.columns[name] ?? name, render: ({ values }: CmsExtractRow) => values[name] })),
        ]}
      />
      {step === 'finalize' && <ActionDialog title={texts.finalize} intro={texts.finalizeIntro} send={() => api.extracts.finalizeExtract(at)} onDone={refresh} onClose={() => setStep(undefined)} />}
      {step === 'discard' && (
        <ActionDialog
          title={texts.discard}
          danger
          send={() => api.extracts.discardExtract(at)}
          onDone={() => {
            refresh();
            void go({ to: '/extracts' });
          }}
          onClose={() => setStep(undefined)}
        />
      )}
    </Page>
  );
}
