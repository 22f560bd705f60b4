import { Alert, Button, Code, FileButton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, download } from '../api';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { useDownload } from '../shared/files';
import { month, time } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { contentsOf } from './contents';
import { texts } from './texts';

async function sha256(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What proves a disclosure: printable, and a file can be held against it without leaving this machine. */
export default function Receipt() {
  const { submissionId } = useParams({ from: '/inside/submissions/$submissionId/receipt' });
  const codes = useCodes();
  const file = useDownload();
  const receipt = useQuery({ queryKey: ['submission', submissionId, 'receipt'], queryFn: () => api.receipts.getReceipt({ submissionId }) });
  const check = useMutation({ mutationFn: async (given: File) => (await sha256(given)) === receipt.data?.contentSha256 });
  if (!receipt.data) return <Awaited error={receipt.error} retry={() => void receipt.refetch()} />;
  const { data } = receipt;
  return (
    <Page
      title={texts.receiptTitle(data.receiptNumber)}
      above={{ label: data.submissionReference, to: `/submissions/${submissionId}` }}
      actions={
        <>
          <Button variant="default" onClick={() => window.print()}>
            {texts.print}
          </Button>
          <Button variant="default" loading={file.isPending} onClick={() => file.mutate(() => download(api.receipts.downloadSubmissionContentRaw({ submissionId })))}>
            {texts.content}
          </Button>
          <FileButton onChange={(given) => given && check.mutate(given)}>
            {(props) => (
              <Button variant="default" loading={check.isPending} {...props}>
                {texts.verify}
              </Button>
            )}
          </FileButton>
        </>
      }
    >
      <ProblemAlert error={file.error ?? check.error} />
      {check.data !== undefined && (
        <Alert color={check.data ? 'green' : 'red'} variant="outline" role="status">
          {check.data ? texts.verified : texts.notVerified}
        </Alert>
      )}
      <Facts
        facts={[
          [texts.reference, data.submissionReference],
          [texts.revision, data.submissionRevision],
          [texts.kind, texts.kinds[data.kind]],
          [texts.period, data.period && month(data.period)],
          [texts.agency, data.agency.name],
          [texts.carrier, data.carrier.name],
          [texts.submittedAt, time(data.submittedAt)],
          [texts.onTime, data.onTime === undefined ? undefined : data.onTime ? shared.yes : shared.no],
          [texts.lateReason, data.lateReason],
          [texts.contents, contentsOf(data)],
          [texts.attestedBy, `${data.attestation.attestedBy}, ${data.attestation.title}`],
          [texts.attestedAt, time(data.attestation.attestedAt)],
          [texts.wording, data.attestation.wording],
          [texts.status, data.decision && texts.decision(codes.label('ReviewOutcome', data.decision.outcome), data.decision.decidedBy, time(data.decision.decidedAt))],
          [texts.sha, <Code key="sha">{data.contentSha256}</Code>],
        ]}
      />
    </Page>
  );
}
