import { Button, CopyButton, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useCodes } from '../codes';
import { texts } from '../texts';
import { useFilters } from './useFilters';

interface Common {
  name: string;
  label: string;
}

export type Filter = Common &
  (
    | { kind: 'words'; placeholder?: string }
    /** One of a code list of the contract. */
    | { kind: 'code'; codes: string }
    | { kind: 'choice'; options: { value: string; label: string }[] }
    | { kind: 'day' | 'month' }
  );

const FEWEST_LETTERS = 2;

function Words({ filter, value, set }: { filter: Filter & { kind: 'words' }; value: string; set: (v: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  const later = useDebouncedCallback((text: string) => {
    // One letter would find half of all.
    const words = text.trim().length < FEWEST_LETTERS ? '' : text;
    setSent(words);
    set(words);
  }, 300);
  // Cleared, or gone back to: the address says something that was not typed here.
  if (value !== known) {
    setKnown(value);
    if (value !== sent) setTyped(value);
  }
  return (
    <TextInput
      type="search"
      label={filter.label}
      placeholder={filter.placeholder}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
      className="filter-words"
    />
  );
}

/** The filters of a list, as the address has them. */
export function Filters({ filters, name }: { filters: Filter[]; name: string }) {
  const codes = useCodes();
  const [values, set, clear] = useFilters();
  const isSet = filters.some((filter) => values[filter.name]);
  const [isOpen, setOpen] = useState(isSet);
  return (
    <>
      <Button variant="default" w="fit-content" className="filters-toggle no-print" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? texts.hideFilters : texts.filters}
      </Button>
      <Group align="flex-end" gap="sm" role="search" aria-label={name} className="filters no-print" data-closed={!isOpen || undefined}>
        {filters.map((filter) => {
          const value = values[filter.name] ?? '';
          const change = (next: string | null) => set({ [filter.name]: next ?? undefined });
          if (filter.kind === 'words') return <Words key={filter.name} filter={filter} value={value} set={change} />;
          if (filter.kind === 'day' || filter.kind === 'month') {
            return (
              <TextInput
                key={filter.name}
                type={filter.kind === 'day' ? 'date' : 'month'}
                label={filter.label}
                value={value}
                onChange={(event) => change(event.currentTarget.value)}
              />
            );
          }
          const options = filter.kind === 'code' ? codes.options(filter.codes) : 'options' in filter ? filter.options : [];
          return (
            <Select
              key={filter.name}
              label={filter.label}
              placeholder={texts.anything}
              data={options}
              value={value || null}
              onChange={change}
              clearable
              searchable={options.length > 8}
              clearButtonProps={{ 'aria-label': `${filter.label}: ${texts.anything}` }}
            />
          );
        })}
        {isSet && (
          <>
            <Button variant="subtle" onClick={clear}>
              {texts.clearFilters}
            </Button>
            <CopyButton value={location.href}>
              {({ copied, copy }) => (
                <Button variant="subtle" onClick={copy}>
                  {copied ? texts.copied : texts.copyLink}
                </Button>
              )}
            </CopyButton>
          </>
        )}
      </Group>
    </>
  );
}
