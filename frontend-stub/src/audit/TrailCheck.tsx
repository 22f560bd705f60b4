import { Alert, Button, CopyButton, List, Stack, Text, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, isProblem, type AuditHead, type AuditVerification } from '../api';
import { useCodes } from '../shared/codes';
import { day, number, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { texts } from './texts';

/** Checks a long trail part by part, and puts what was found together. */
async function verifyAll(heads: string[], onProgress: (verifiedTo: number) => void): Promise<AuditVerification> {
  let all: AuditVerification | undefined;
  do {
    const auditVerificationRequest = { ...(all ? { fromSeq: all.verifiedTo + 1 } : {}), ...(heads.length > 0 ? { heads } : {}) };
    // oxlint-disable-next-line no-await-in-loop -- Each part begins where the one before it ended.
    const part = await api.audit.verifyAuditTrail({ auditVerificationRequest });
    all = all
      ? {
          ...part,
          sound: all.sound && part.sound,
          verifiedFrom: all.verifiedFrom,
          headsCompared: all.headsCompared + part.headsCompared,
          findingCount: all.findingCount + part.findingCount,
          findings: [...all.findings, ...part.findings],
        }
      : part;
    onProgress(all.verifiedTo);
  } while (!all.complete);
  return all;
}

function Result({ result }: { result: AuditVerification }) {
  const codes = useCodes();
  return (
    <Alert color={result.sound ? 'green' : 'red'} variant="outline" role="status" title={result.sound ? texts.sound : texts.unsound}>
      <Text size="sm">{texts.result(number(result.verifiedFrom), number(result.verifiedTo), result.headsCompared)}</Text>
      {result.findings.length > 0 && (
        <List size="sm" mt="xs">
          {result.findings.map((finding) => (
            <List.Item key={`${finding.kind}${finding.fromSeq}`}>
              {/* What is wrong with a head that was sent concerns no event. */}
              {finding.fromSeq === 0
                ? codes.label('AuditFindingKind', finding.kind)
                : texts.finding(number(finding.fromSeq), number(finding.toSeq), codes.label('AuditFindingKind', finding.kind))}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

function Heads() {
  const list = useList<AuditHead>(['audit-heads'], (cursor, init) => api.audit.listAuditHeads({ cursor }, init));
  return (
    <>
      <Title order={2} size="h4">
        {texts.heads}
      </Title>
      <Text c="dimmed">{texts.headsIntro}</Text>
      <ListView
        name={texts.heads}
        list={list}
        rowId={(row) => row.day}
        empty={<Empty>{texts.headsEmpty}</Empty>}
        columns={[
          { accessor: 'day', title: texts.day, noWrap: true, render: (row) => day(row.day) },
          { accessor: 'seq', title: texts.lastEvent, render: (row) => number(row.seq) },
          { accessor: 'takenAt', title: texts.takenAt, noWrap: true, render: (row) => time(row.takenAt) },
          {
            accessor: 'jws',
            title: texts.head,
            render: (row) => (
              <CopyButton value={row.jws}>
                {({ copied, copy }) => (
                  <Button size="compact-sm" variant="default" onClick={copy} aria-label={texts.copyHead(day(row.day))}>
                    {copied ? shared.copied : shared.copy}
                  </Button>
                )}
              </CopyButton>
            ),
          },
        ]}
      />
    </>
  );
}

/** Whether the trail is still what was written, and the heads by which others can say so. */
export default function TrailCheck() {
  const [held, setHeld] = useState('');
  const [checked, setChecked] = useState(0);
  const check = useMutation({ mutationFn: () => verifyAll(held.split(/\s+/).filter(Boolean), setChecked), onMutate: () => setChecked(0) });
  return (
    <Page title={texts.toCheck} intro={texts.checkIntro} above={{ label: texts.title, to: '/audit-trail' }}>
      <Stack maw={720}>
        <ProblemAlert error={check.error} />
        <Textarea
          label={texts.heldHeads}
          description={texts.heldHeadsHelp}
          autosize
          minRows={2}
          maxRows={8}
          value={held}
          onChange={(event) => setHeld(event.currentTarget.value)}
          error={isProblem(check.error) ? check.error.errorsAt('/heads')[0]?.message : undefined}
        />
        <Button w="fit-content" loading={check.isPending} onClick={() => check.mutate()}>
          {texts.check}
        </Button>
        {check.isPending && (
          <Text size="sm" role="status">
            {texts.checking(number(checked))}
          </Text>
        )}
        {check.data && <Result result={check.data} />}
      </Stack>
      <Heads />
    </Page>
  );
}
