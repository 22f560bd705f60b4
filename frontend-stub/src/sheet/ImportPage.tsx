import { Accordion, Alert, Badge, Button, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { draftKey, type ImportCorrections, type ImportError, type ImportRow, type MappableField, type SheetImport, type Tagged } from '../api';
import { useCodes } from '../shared/codes';
import { draftOf } from '../shared/draft/useDraft';
import { useDownload } from '../shared/files';
import { number, time } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { Columns, mappingOf, NOTHING_CHOSEN } from './Columns';
import { correctionsOf, NO_EDITS, type Edits } from './corrections';
import { INCIDENTS, RELATIONSHIPS, type SheetKind } from './kinds';
import { texts } from './texts';
import { UnderWay } from './UnderWay';

const MendGrid = lazy(() => import('./MendGrid'));
/** As many as anybody corrects by hand; the rest comes when these are done. */
const NO_FIELDS: MappableField[] = [];
const MOST_ROWS = 1000;
const AT_A_TIME = 200;
/** While a large sheet is read and checked. */
const LOOK_EVERY = 2_000;

async function faultyRows(kind: SheetKind, id: string): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  let cursor: string | undefined;
  do {
    // One page leads to the next.
    // oxlint-disable-next-line no-await-in-loop
    const page = await kind.rows(id, cursor);
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined && rows.length < MOST_ROWS);
  return rows;
}

function Counts({ sheet }: { sheet: SheetImport }) {
  const counts = [
    [texts.rows, sheet.rows],
    [texts.created, sheet.created],
    [texts.changed, sheet.changed],
    [texts.unchanged, sheet.unchanged],
    [texts.skipped, sheet.skipped],
    [texts.faults, sheet.errorCount],
  ] as const;
  return (
    <SimpleGrid component="dl" cols={{ base: 2, xs: 3, md: 6 }} m={0} aria-label={texts.summary}>
      {counts.map(([name, count]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="xl" fw={600} m={0}>
            {number(count)}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

/** The contract's words for it name what a program sends; a person answers with the buttons above. */
function unconfirmed(sheet: SheetImport, error: ImportError): string | undefined {
  const column = sheet.mapping?.columns.find(({ header, confidence }) => confidence === 'GUESS' && header === error.column);
  const field = sheet.mapping?.fields.find((known) => known.field === column?.field);
  return error.code === 'COLUMN_UNCONFIRMED' && field ? texts.unconfirmed(error.column, field.header) : undefined;
}

function Sheet({ kind, read }: { kind: SheetKind; read: Tagged<SheetImport> }) {
  const sheet = read.value;
  const codes = useCodes();
  const may = useMay();
  const queries = useQueryClient();
  const keyOf = useKey();
  const file = useDownload();
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const draft = `${kind.name}.import.${sheet.id}`;
  const [edits, setEdits] = useState<Edits>(() => draftOf<Edits>(draft) ?? NO_EDITS);
  const canCorrect = sheet.progress === undefined && sheet.correctableUntil !== undefined && may(kind.name === 'relationships' ? 'correctRelationshipImport' : 'correctIncidentImport');
  const rows = useQuery({
    queryKey: ['import', kind.name, sheet.id, 'rows', read.etag],
    queryFn: () => faultyRows(kind, sheet.id),
    enabled: canCorrect && sheet.errorCount > 0,
  });
  const keep = useCallback(
    (next: Edits) => {
      setEdits(next);
      sessionStorage.setItem(draftKey(draft), JSON.stringify(next));
    },
    [draft],
  );
  const corrected = correctionsOf(rows.data ?? [], edits);
  const send = useMutation({
    mutationFn: async (corrections: ImportCorrections) => {
      let latest = read;
      const pending = [...corrected];
      do {
        const body = { ...corrections, ...(pending.length > 0 ? { rows: pending.splice(0, AT_A_TIME) } : {}) };
        // Each builds on what the one before has kept.
        // oxlint-disable-next-line no-await-in-loop
        latest = await kind.correct(sheet.id, latest.etag, body, keyOf([latest.etag, body]));
        // Those that follow wait until these have been looked at, which takes a while in a large sheet.
        while (pending.length > 0 && latest.value.progress) {
          // oxlint-disable-next-line no-await-in-loop
          await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
          // oxlint-disable-next-line no-await-in-loop
          latest = await kind.read(sheet.id);
        }
      } while (pending.length > 0);
      return latest;
    },
    onSuccess: (latest) => {
      keep(NO_EDITS);
      setChosen(NOTHING_CHOSEN);
      queries.setQueryData(['import', kind.name, sheet.id], latest);
      void queries.invalidateQueries({ queryKey: ['imports', kind.name] });
      void queries.invalidateQueries({ queryKey: [kind.name] });
    },
  });
  // What was chosen for the columns goes with every step: whoever presses the button below has chosen it as well.
  const check = (more: Omit<ImportCorrections, 'mode'> = {}) => send.mutate({ mode: 'DRY_RUN', ...mappingOf(chosen), ...more });
  const isWritten = sheet.status === 'APPLIED';
  const inRows = new Set((rows.data ?? []).map((row) => row.row));
  const ofSheet = sheet.errors.filter((error) => rows.data !== undefined && !inRows.has(error.row));
  const hasDuplicates = sheet.errors.some((error) => error.code === 'POSSIBLE_DUPLICATE' || error.code === 'DUPLICATE_ROW');
  const asksForColumns = sheet.errors.some((error) => error.code.startsWith('COLUMN_')) || sheet.mapping?.columns.some((column) => column.confidence === 'GUESS');
  const toWrite = sheet.created + sheet.changed;
  return (
    <Page
      title={sheet.fileName}
      mark={<Badge>{codes.label('ImportStatus', sheet.status)}</Badge>}
      intro={`${sheet.uploadedBy}, ${time(sheet.uploadedAt)}`}
      above={{ label: texts.uploadTitle, to: `${kind.home}/upload` }}
    >
      <ProblemAlert error={send.error ?? file.error} />
      {isWritten && (
        <Alert color="green" variant="outline" role="status" title={texts.applied}>
          <Group>
            <PathLink to={kind.home}>{kind.label}</PathLink>
            {may('createSubmission') && <PathLink to={`/submissions/new?kind=${kind.name.toUpperCase()}`}>{texts.prepare}</PathLink>}
          </Group>
        </Alert>
      )}
      {sheet.progress && <UnderWay kind={kind} sheet={sheet} progress={sheet.progress} />}
      <Counts sheet={sheet} />
      <Accordion multiple variant="contained" defaultValue={asksForColumns && !isWritten ? ['columns'] : []} order={2}>
        {sheet.mapping && (
          <Accordion.Item value="columns">
            <Accordion.Control>{texts.columns}</Accordion.Control>
            <Accordion.Panel>
              <Columns mapping={sheet.mapping} chosen={chosen} onChoose={setChosen} isSending={send.isPending} canChange={canCorrect} onApply={check} />
            </Accordion.Panel>
          </Accordion.Item>
        )}
        {sheet.notices.length > 0 && (
          <Accordion.Item value="notices">
            <Accordion.Control>
              {texts.notices} ({sheet.notices.length})
            </Accordion.Control>
            <Accordion.Panel>
              <List size="sm">
                {sheet.notices.map((notice) => (
                  <List.Item key={notice.code + (notice.cell ?? '') + notice.message}>
                    {notice.cell && `${notice.cell}: `}
                    {notice.message}
                  </List.Item>
                ))}
              </List>
            </Accordion.Panel>
          </Accordion.Item>
        )}
      </Accordion>
      {sheet.errorCount > 0 && (
        <Stack component="section" aria-label={texts.faultsTitle(sheet.errorCount)}>
          <Title order={2} size="h4">
            {texts.faultsTitle(sheet.errorCount)}
          </Title>
          {ofSheet.length > 0 && (
            <Alert color="red" variant="outline" title={texts.sheetFaults}>
              <List size="sm">
                {ofSheet.map((error) => (
                  <List.Item key={`${error.cell}${error.column}${error.code}`}>
                    {error.cell && `${error.cell}, `}
                    {error.column}: {unconfirmed(sheet, error) ?? error.message}
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          {!canCorrect && !sheet.progress && <Text>{texts.tooLate}</Text>}
          {canCorrect && !rows.data && <Awaited error={rows.error} retry={() => void rows.refetch()} height={480} />}
          {canCorrect && rows.data && rows.data.length > 0 && (
            <>
              <Text size="sm" c="dimmed">
                {texts.gridIntro}
              </Text>
              <Suspense fallback={<Awaited height={480} />}>
                <MendGrid rows={rows.data} known={sheet.mapping?.fields ?? NO_FIELDS} edits={edits} onEdit={keep} />
              </Suspense>
            </>
          )}
          {canCorrect && (
            <Group>
              <Button loading={send.isPending} onClick={() => check()}>
                {texts.check(corrected.length)}
              </Button>
              <Button variant="default" loading={file.isPending} onClick={() => file.mutate(() => kind.marked(sheet.id))}>
                {texts.marked}
              </Button>
            </Group>
          )}
          {canCorrect && hasDuplicates && (
            <Alert variant="outline" title={texts.duplicates}>
              <Group>
                <Button size="compact-sm" variant="default" disabled={send.isPending} onClick={() => check({ onPossibleDuplicate: 'CREATE' })}>
                  {texts.duplicatesKeep}
                </Button>
                <Button size="compact-sm" variant="default" disabled={send.isPending} onClick={() => check({ onPossibleDuplicate: 'UPDATE' })}>
                  {texts.duplicatesUpdate}
                </Button>
              </Group>
            </Alert>
          )}
        </Stack>
      )}
      {sheet.status === 'CHECKED' && toWrite === 0 && <Text>{texts.nothingToWrite}</Text>}
      {sheet.status === 'CHECKED' && toWrite > 0 && canCorrect && (
        <Group>
          <Button loading={send.isPending} onClick={() => send.mutate({ mode: 'COMMIT' })}>
            {texts.commit(toWrite)}
          </Button>
        </Group>
      )}
    </Page>
  );
}

function ImportPage({ kind, importId }: { kind: SheetKind; importId: string }) {
  const read = useQuery({
    queryKey: ['import', kind.name, importId],
    queryFn: () => kind.read(importId),
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.value.progress ? LOOK_EVERY : false),
  });
  return read.data ? <Sheet kind={kind} read={read.data} /> : <Awaited error={read.error} retry={() => void read.refetch()} />;
}

export function RelationshipImport() {
  const { importId } = useParams({ from: '/inside/relationships/uploads/$importId' });
  return <ImportPage kind={RELATIONSHIPS} importId={importId} />;
}

export function IncidentImport() {
  const { importId } = useParams({ from: '/inside/incidents/uploads/$importId' });
  return <ImportPage kind={INCIDENTS} importId={importId} />;
}
