import { Button, Group, Modal, Radio, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useCodes } from '../codes';
import type { Rules, Value, Values } from '../form/values';
import { changed } from '../form/values';
import { texts } from '../texts';
import { conflictsOf, merged } from './conflicts';

interface Props {
  base: Values;
  yours: Values;
  theirs: Values;
  rules: Rules;
  labels: Readonly<Record<string, string>>;
  isSending: boolean;
  onKeep: (values: Values) => void;
  onDiscard: () => void;
}

/** Somebody was faster: yours and theirs beside each other, and a choice for each field that both changed. */
export function ConflictDialog({ base, yours, theirs, rules, labels, isSending, onKeep, onDiscard }: Props) {
  const codes = useCodes();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const conflicts = new Set(conflictsOf(base, yours, theirs).map((conflict) => conflict.pointer));
  const touched = [...new Set([...changed(base, theirs), ...changed(base, yours)])];
  const words = (pointer: string, value: Value | undefined): string => {
    const list = rules[pointer]?.codes;
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return texts.nothing;
    if (typeof value === 'boolean') return value ? texts.yes : texts.no;
    return [value].flat().map((one) => (list ? codes.label(list, String(one)) : String(one))).join(', ');
  };
  const choose = (pointer: string, isMine: boolean) =>
    setChosen((before) => new Set(isMine ? [...before, pointer] : [...before].filter((other) => other !== pointer)));
  return (
    <Modal opened onClose={onDiscard} withCloseButton={false} size="xl" title={texts.changedTitle}>
      <Stack>
        <Text size="sm">{texts.changedIntro}</Text>
        <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': texts.changedTitle } }}>
          <Table withTableBorder>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.field}</Table.Th>
                <Table.Th>{texts.yours}</Table.Th>
                <Table.Th>{texts.theirs}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {touched.map((pointer) => {
                const isDisputed = conflicts.has(pointer);
                const name = labels[pointer] ?? pointer;
                return (
                  <Table.Tr key={pointer}>
                    <Table.Th scope="row">{name}</Table.Th>
                    {([true, false] as const).map((isMine) => (
                      <Table.Td key={String(isMine)}>
                        {isDisputed ? (
                          <Radio
                            name={`choice${pointer}`}
                            checked={chosen.has(pointer) === isMine}
                            onChange={() => choose(pointer, isMine)}
                            label={words(pointer, (isMine ? yours : theirs)[pointer])}
                            aria-label={`${name}, ${isMine ? texts.yours : texts.theirs}: ${words(pointer, (isMine ? yours : theirs)[pointer])}`}
                          />
                        ) : (
                          words(pointer, (isMine ? yours : theirs)[pointer])
                        )}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group>
          <Button loading={isSending} onClick={() => onKeep(merged(base, yours, theirs, chosen))}>
            {texts.keepChoice}
          </Button>
          <Button variant="default" onClick={onDiscard}>
            {texts.takeTheirs}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
