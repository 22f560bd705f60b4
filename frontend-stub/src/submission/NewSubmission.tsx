import { Button, Checkbox, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, isProblem, type SubmissionDraft, type SubmissionKind } from '../api';
import { useCarriers } from '../shared/carriers';
import { Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

export default function NewSubmission() {
  const begun = useSearch({ from: '/inside/submissions/new' });
  const go = useNavigate();
  const queries = useQueryClient();
  const keyOf = useKey();
  const carriers = useCarriers();
  const [kind, setKind] = useState<SubmissionKind>(begun.kind === 'INCIDENTS' ? 'INCIDENTS' : 'RELATIONSHIPS');
  const [carrierId, setCarrierId] = useState(begun.carrierId ?? '');
  const [period, setPeriod] = useState(begun.period ?? '');
  const [isFull, setFull] = useState(false);
  const make = useMutation({
    mutationFn: () => {
      const scope = kind === 'RELATIONSHIPS' && isFull ? { scope: 'FULL' as const } : {};
      const submissionDraft: SubmissionDraft = { carrierId, kind, ...scope, ...(kind === 'INCIDENTS' && period ? { period } : {}) };
      return api.submissions.createSubmission({ submissionDraft, idempotencyKey: keyOf(submissionDraft) });
    },
    onSuccess: (draft) => {
      void queries.invalidateQueries({ queryKey: ['submissions'] });
      void queries.invalidateQueries({ queryKey: ['work'] });
      void go({ to: '/submissions/$submissionId', params: { submissionId: draft.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const fault = (pointer: string) => (isProblem(make.error) ? make.error.errorsAt(pointer)[0]?.message : undefined);
  return (
    <Page title={texts.newTitle} intro={texts.newIntro} above={{ label: texts.title, to: '/submissions' }}>
      <form onSubmit={submit} noValidate>
        <Stack maw={520}>
          <ProblemAlert error={make.error} />
          <Radio.Group label={texts.whatToReport} value={kind} onChange={(value) => setKind(value as SubmissionKind)}>
            <Group mt={4}>
              {Object.entries(texts.kinds).map(([value, label]) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Group>
          </Radio.Group>
          <Select
            label={texts.carrier}
            withAsterisk
            data={carriers.data?.items.map((carrier) => ({ value: carrier.id, label: carrier.name })) ?? []}
            value={carrierId || null}
            onChange={(value) => setCarrierId(value ?? '')}
            error={fault('/carrierId')}
          />
          {kind === 'INCIDENTS' && (
            <TextInput type="month" label={texts.period} value={period} onChange={(event) => setPeriod(event.currentTarget.value)} error={fault('/period')} />
          )}
          {kind === 'RELATIONSHIPS' && <Checkbox label={texts.full} checked={isFull} onChange={(event) => setFull(event.currentTarget.checked)} />}
          {carriers.error && <ProblemAlert error={carriers.error} retry={() => void carriers.refetch()} />}
          <Group>
            <Button type="submit" loading={make.isPending} disabled={carrierId === ''}>
              {texts.make}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
