import { Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type LegalHoldDraft, type LegalHoldKind } from '../api';
import { rules } from '../api/generated/rules/LegalHoldDraft';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { Field } from '../shared/form/Field';
import { FormBody } from '../shared/form/FormPage';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useKey } from '../shared/useKey';
import { HELD_AS } from './held';
import { texts } from './texts';

const LEAST = 2;

interface Held {
  objectKind: LegalHoldKind;
  objectId: string;
}

function RecordPicker({ value, onChange, fault }: { value: Held | undefined; onChange: (held: Held | undefined) => void; fault: string | undefined }) {
  const codes = useCodes();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 200);
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.search.search({ q: asked }, { signal }),
    enabled: asked.length >= LEAST,
    placeholderData: keepPreviousData,
  });
  const groups = (found.data?.groups ?? []).flatMap(({ kind, hits }) => {
    const objectKind = HELD_AS[kind];
    return objectKind
      ? [{ group: codes.label('SearchKind', kind), items: hits.map(({ id, title, reference }) => ({ value: `${objectKind} ${id}`, label: [reference, title].filter(Boolean).join(' · ') })) }]
      : [];
  });
  return (
    <>
      <ProblemAlert error={found.error} />
      <Select
        label={texts.object}
        data-path="/objectId"
        description={texts.objectHelp}
        withAsterisk
        searchable
        clearable
        clearButtonProps={{ 'aria-label': `${texts.object}: –` }}
        data={groups}
        // The API has searched already, in more than what is shown.
        filter={({ options }) => options}
        searchValue={words}
        onSearchChange={setWords}
        nothingFoundMessage={texts.findMore}
        value={value ? `${value.objectKind} ${value.objectId}` : null}
        onChange={(chosen) => {
          const [objectKind, objectId] = (chosen ?? '').split(' ');
          onChange(objectKind && objectId ? { objectKind: objectKind as LegalHoldKind, objectId } : undefined);
        }}
        error={fault}
      />
    </>
  );
}

/** Puts a record under a hold: the one from whose page one came, or one that is looked for here. */
export default function PlaceHold() {
  const go = useNavigate();
  const queries = useQueryClient();
  const keyOf = useKey();
  const codes = useCodes();
  const from = useSearch({ from: '/inside/legal-holds/new' });
  const [held, setHeld] = useState<Held | undefined>(from.objectKind && from.objectId ? { objectKind: from.objectKind as LegalHoldKind, objectId: from.objectId } : undefined);
  const form = useContractForm({ rules: { '/reason': rules['/reason'] } });
  const place = useMutation({
    mutationFn: () => {
      const legalHoldDraft: LegalHoldDraft = { ...bodyOf<LegalHoldDraft>(form.form.values), ...held };
      return api.legalHolds.placeLegalHold({ legalHoldDraft, idempotencyKey: keyOf(legalHoldDraft) });
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['legal-holds'] });
      void go({ to: '/legal-holds' });
    },
    onError: form.show,
  });
  const fault = held ? undefined : form.faults.find(({ pointer }) => pointer.startsWith('/object'))?.message;
  return (
    <Page title={texts.place} intro={texts.intro} above={{ label: texts.title, to: '/legal-holds' }}>
      <FormBody form={form} labels={texts.labels} submitLabel={texts.place} isSending={place.isPending} error={place.error} onSubmit={() => place.mutate()} onCancel={() => void go({ to: '/legal-holds' })}>
        <Stack maw={720}>
          {from.objectId ? <Facts facts={[[codes.label('LegalHoldKind', from.objectKind), from.reference ?? from.objectId]]} /> : <RecordPicker value={held} onChange={setHeld} fault={fault} />}
          <Field form={form} pointer="/reason" label={texts.reason} />
        </Stack>
      </FormBody>
    </Page>
  );
}
