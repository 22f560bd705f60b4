import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ProblemAlert } from './ProblemAlert';
import { texts } from './texts';

interface Props {
  title: string;
  intro?: string | undefined;
  /** What the button says; the title when absent. */
  submitLabel?: string;
  danger?: boolean;
  size?: 'md' | 'xl';
  isSending: boolean;
  error: unknown;
  /** Whether the faults stand at their fields already. */
  faultsShown?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** A question, and what is sent as its answer; `ActionDialog` is one whose fields are all the contract's. */
export function Dialog({ title, intro, submitLabel = title, danger = false, size = 'md', isSending, error, faultsShown = false, onSubmit, onClose, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {intro && <Text size="sm">{intro}</Text>}
          <ProblemAlert error={error} faultsShown={faultsShown} />
          {children}
          <Group>
            <Button type="submit" loading={isSending} {...(danger ? { color: 'red' } : {})}>
              {submitLabel}
            </Button>
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
