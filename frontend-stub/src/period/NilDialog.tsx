import { Blockquote, Button, Checkbox, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, isProblem, type NilDeclaration, type ReportingPeriod } from '../api';
import { rules } from '../api/generated/rules/NilDeclaration';
import { useCarriers } from '../shared/carriers';
import { month } from '../shared/format';
import { Awaited } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

const FIELDS = Object.keys(texts.labels);

/** Signs that a month had nothing to report. */
export default function NilDialog({ period, onClose }: { period: ReportingPeriod; onClose: () => void }) {
  const go = useNavigate();
  const queries = useQueryClient();
  const keyOf = useKey();
  const carriers = useCarriers();
  const [title, setTitle] = useState('');
  const [isAccepted, setAccepted] = useState(false);
  const [lateReason, setLateReason] = useState('');
  const policy = carriers.data?.items.find((carrier) => carrier.id === period.carrier.id)?.policy;
  const sign = useMutation({
    mutationFn: (wordingVersion: string) => {
      const nilDeclaration: NilDeclaration = {
        carrierId: period.carrier.id,
        period: period.period,
        wordingVersion,
        title: title.trim(),
        accepted: isAccepted,
        ...(lateReason.trim() ? { lateReason: lateReason.trim() } : {}),
      };
      return api.submissions.declareNil({ nilDeclaration, idempotencyKey: keyOf(nilDeclaration) });
    },
    onSuccess: async (declared) => {
      await Promise.all(['periods', 'submissions', 'work'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
      await go({ to: '/submissions/$submissionId/receipt', params: { submissionId: declared.id } });
    },
  });
  const fault = (pointer: string) => (isProblem(sign.error) ? sign.error.errorsAt(pointer)[0]?.message : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (policy) sign.mutate(policy.attestationVersion);
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={texts.nilTitle(month(period.period), period.carrier.name)}>
      {policy ? (
        <form onSubmit={submit} noValidate>
          <Stack>
            <Blockquote color="gray" p="md">
              {policy.attestationWording}
            </Blockquote>
            <ProblemAlert error={sign.error} fields={FIELDS} />
            <TextInput label={texts.labels['/title']} withAsterisk maxLength={rules['/title'].maxLength} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={fault('/title')} data-autofocus />
            <Textarea label={texts.labels['/lateReason']} description={rules['/lateReason'].help} autosize minRows={2} value={lateReason} onChange={(event) => setLateReason(event.currentTarget.value)} error={fault('/lateReason')} />
            <Checkbox label={texts.labels['/accepted']} checked={isAccepted} onChange={(event) => setAccepted(event.currentTarget.checked)} error={fault('/accepted')} />
            <Group>
              <Button type="submit" loading={sign.isPending}>
                {texts.sign}
              </Button>
              <Button variant="default" onClick={onClose}>
                {shared.cancel}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Awaited error={carriers.error} retry={() => void carriers.refetch()} />
      )}
    </Modal>
  );
}
