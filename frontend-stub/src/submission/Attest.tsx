import { Blockquote, Button, Checkbox, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, isProblem, type AttestationStatement, type Carrier, type Submission, type Tagged } from '../api';
import { rules } from '../api/generated/rules/AttestationStatement';
import { useCarriers } from '../shared/carriers';
import { month } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useKey } from '../shared/useKey';
import { contentsOf } from './contents';
import { Items } from './Items';
import { texts } from './texts';
import { useRefreshed, useSubmission } from './useSubmission';

/** What is only asked of incidents. */
const OF_INCIDENTS: ReadonlySet<string> = new Set(['/lateReason', '/freeTextReason']);

function Statement({ read, carrier }: { read: Tagged<Submission>; carrier: Carrier }) {
  const go = useNavigate();
  const keyOf = useKey();
  const { id } = read.value;
  const refreshed = useRefreshed(id);
  const [title, setTitle] = useState('');
  const [isAccepted, setAccepted] = useState(false);
  const [lateReason, setLateReason] = useState('');
  const [freeTextReason, setFreeTextReason] = useState('');
  const sign = useMutation({
    mutationFn: () => {
      const attestationStatement: AttestationStatement = {
        wordingVersion: carrier.policy.attestationVersion,
        title: title.trim(),
        accepted: isAccepted,
        ...(lateReason.trim() ? { lateReason: lateReason.trim() } : {}),
        ...(freeTextReason.trim() ? { freeTextReason: freeTextReason.trim() } : {}),
      };
      return api.submissions.submitSubmission({ submissionId: id, ifMatch: read.etag, attestationStatement, idempotencyKey: keyOf([read.etag, attestationStatement]) });
    },
    onSuccess: async () => {
      await refreshed();
      void go({ to: '/submissions/$submissionId/receipt', params: { submissionId: id } });
    },
  });
  const fault = (pointer: string) => (isProblem(sign.error) ? sign.error.errorsAt(pointer)[0]?.message : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sign.mutate();
  };
  const fields = Object.keys(texts.attestLabels).filter((pointer) => !OF_INCIDENTS.has(pointer) || read.value.kind === 'INCIDENTS');
  return (
    <>
      <Text>
        {[carrier.name, texts.kinds[read.value.kind], read.value.period && month(read.value.period), contentsOf(read.value)].filter(Boolean).join(' · ')}
      </Text>
      <Items submission={read.value} />
      <form onSubmit={submit} noValidate>
        <Stack maw={720}>
          <Title order={2} size="h4">
            {texts.statement}
          </Title>
          <Blockquote color="gray" p="md">
            {carrier.policy.attestationWording}
          </Blockquote>
          <ProblemAlert error={sign.error} fields={fields} />
          <TextInput label={texts.attestLabels['/title']} withAsterisk maxLength={rules['/title'].maxLength} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={fault('/title')} />
          {read.value.kind === 'INCIDENTS' && (
            <>
              <Textarea label={texts.attestLabels['/lateReason']} description={rules['/lateReason'].help} autosize minRows={2} value={lateReason} onChange={(event) => setLateReason(event.currentTarget.value)} error={fault('/lateReason')} />
              <Textarea label={texts.attestLabels['/freeTextReason']} description={rules['/freeTextReason'].help} autosize minRows={2} value={freeTextReason} onChange={(event) => setFreeTextReason(event.currentTarget.value)} error={fault('/freeTextReason')} />
            </>
          )}
          <Checkbox label={texts.attestLabels['/accepted']} checked={isAccepted} onChange={(event) => setAccepted(event.currentTarget.checked)} error={fault('/accepted')} />
          <Group>
            <Button type="submit" loading={sign.isPending}>
              {texts.sign}
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  );
}

/** One page to read and to sign. */
export default function Attest() {
  const { submissionId } = useParams({ from: '/inside/submissions/$submissionId/attest' });
  const read = useSubmission(submissionId);
  const carriers = useCarriers();
  const carrier = carriers.data?.items.find((one) => one.id === read.data?.value.carrier.id);
  if (!read.data || !carrier) return <Awaited error={read.error ?? carriers.error} retry={() => void Promise.all([read.refetch(), carriers.refetch()])} />;
  return (
    <Page title={texts.attestTitle(read.data.value.reference)} intro={texts.attestIntro} above={{ label: read.data.value.reference, to: `/submissions/${submissionId}` }}>
      <Statement read={read.data} carrier={carrier} />
    </Page>
  );
}
