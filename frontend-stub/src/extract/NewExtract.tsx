import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, isProblem, type CmsExtract, type CmsExtractDraft, type CmsExtractKind } from '../api';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

interface Props {
  onDone: (made: CmsExtract) => void;
  onClose: () => void;
}

/** Asks of which list and which month a draft is to be. */
export default function NewExtract({ onDone, onClose }: Props) {
  const keyOf = useKey();
  const [kind, setKind] = useState<CmsExtractKind>('CMS_MONTHLY');
  const [period, setPeriod] = useState('');
  const make = useMutation({
    mutationFn: () => {
      // Of a month that is missing the API says so.
      const cmsExtractDraft = { kind, ...(period ? { period } : {}) } as CmsExtractDraft;
      return api.extracts.createExtract({ cmsExtractDraft, idempotencyKey: keyOf(cmsExtractDraft) });
    },
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={texts.add}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{texts.addIntro}</Text>
          <ProblemAlert error={make.error} />
          <Radio.Group label={texts.kind} value={kind} onChange={(value) => setKind(value as CmsExtractKind)}>
            <Stack gap="xs" mt={4}>
              {Object.entries(texts.kinds).map(([value, label]) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            type="month"
            label={texts.period}
            withAsterisk
            value={period}
            onChange={(event) => setPeriod(event.currentTarget.value)}
            error={isProblem(make.error) ? make.error.errorsAt('/period')[0]?.message : undefined}
          />
          <Group>
            <Button type="submit" loading={make.isPending}>
              {texts.add}
            </Button>
            <Button variant="default" onClick={onClose}>
              {shared.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
