import { Loader, Modal, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api } from '../api';
import { addressOfFound } from '../shared/addresses';
import { useCodes } from '../shared/codes';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts } from './texts';

const LEAST = 2;

/** One box for any reference, name, number or receipt; arrows go through what was found, Enter opens the first. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const codes = useCodes();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 200);
  const box = useRef<HTMLDivElement>(null);
  const found = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.search.search({ q: asked }, { signal }),
    enabled: asked.length >= LEAST,
    placeholderData: keepPreviousData,
  });
  const go = (address: string) => {
    onClose();
    void router.navigate({ href: address });
  };
  // Whoever types a reference and Enter at once means what is found then.
  const isEntered = useRef(false);
  const openFirst = () => {
    isEntered.current = false;
    box.current?.querySelector<HTMLElement>('a[data-hit]')?.click();
  };
  const isThere = asked === words.trim() && !found.isFetching;
  useEffect(() => {
    if (isThere && isEntered.current) openFirst();
  });
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      isEntered.current = true;
      if (isThere) openFirst();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, a[data-hit]') ?? [])];
    const next = stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1);
    stops[(next + stops.length) % stops.length]?.focus();
  };
  const groups = asked.length >= LEAST ? (found.data?.groups ?? []) : [];
  return (
    <Modal opened onClose={onClose} title={texts.title} size="lg" yOffset="8vh">
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows go between what is in it */}
      <Stack ref={box} onKeyDown={move}>
        <TextInput
          type="search"
          label={texts.label}
          data-autofocus
          value={words}
          onChange={(event) => {
            isEntered.current = false;
            setWords(event.currentTarget.value);
          }}
          rightSection={found.isFetching ? <Loader size="xs" /> : null}
        />
        <ProblemAlert error={found.error} retry={() => void found.refetch()} />
        <Text size="sm" c="dimmed" role="status">
          {asked.length < LEAST ? texts.hint : found.data && groups.length === 0 ? texts.nothing : ''}
        </Text>
        {groups.map((group) => (
          <section key={group.kind} aria-label={codes.label('SearchKind', group.kind)}>
            <Title order={3} size="h6" mb={4}>
              {codes.label('SearchKind', group.kind)}
            </Title>
            {group.hits.map((hit) => {
              const address = addressOfFound(group.kind, hit.id);
              return (
                <UnstyledButton
                  key={hit.id}
                  component="a"
                  href={address}
                  data-hit
                  display="block"
                  py={6}
                  px="xs"
                  onClick={(event) => {
                    event.preventDefault();
                    go(address);
                  }}
                >
                  <Text component="span" fw={500}>
                    {hit.title}
                  </Text>
                  <Text component="span" size="sm" c="dimmed" ml="xs">
                    {[hit.reference, hit.detail, hit.organization?.name].filter(Boolean).join(' · ')}
                  </Text>
                </UnstyledButton>
              );
            })}
            {group.hasMore && (
              <Text size="sm" c="dimmed">
                {texts.more}
              </Text>
            )}
          </section>
        ))}
      </Stack>
    </Modal>
  );
}
