import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api';
import type { ContractForm } from '../shared/form/useContractForm';

/** Picks one of the register by its name or number. */
export function RelationshipPicker({ form, pointer, label, none }: { form: ContractForm; pointer: string; label: string; none: string }) {
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words, 250);
  const input = form.form.getInputProps(pointer);
  const chosen = String(input.value);
  const found = useQuery({
    queryKey: ['relationships', 'pick', asked],
    queryFn: ({ signal }) => api.relationships.listRelationships({ ...(asked ? { q: asked } : {}), limit: 20 }, { signal }),
  });
  const current = useQuery({
    queryKey: ['relationship', chosen],
    queryFn: () => api.relationships.getRelationship({ relationshipId: chosen }),
    enabled: chosen !== '',
  });
  const options = [...(found.data?.items ?? []), ...(current.data ? [current.data] : [])];
  const data = [...new Map(options.map((one) => [one.id, { value: one.id, label: `${one.legalName} (${one.reference})` }])).values()];
  return (
    <Select
      label={label}
      description={form.rules[pointer]?.help}
      placeholder={none}
      data-path={pointer}
      data={data}
      value={chosen || null}
      onChange={(value) => input.onChange(value ?? '')}
      error={input.error}
      searchable
      // The API has found them, perhaps by another name than the one that is shown.
      filter={({ options: given }) => given}
      onSearchChange={(typed) => setWords(data.some((one) => one.label === typed) ? '' : typed)}
      clearable
      clearButtonProps={{ 'aria-label': `${label}: ${none}` }}
    />
  );
}
