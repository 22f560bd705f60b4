import { Alert, Anchor, Button, Fieldset, Group, List, SimpleGrid, Stack } from '@mantine/core';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { ProblemAlert } from '../ProblemAlert';
import { texts } from '../texts';
import type { ContractForm } from './useContractForm';

interface Props {
  form: ContractForm;
  labels: Readonly<Record<string, string>>;
  submitLabel: string;
  isSending: boolean;
  error: unknown;
  onSubmit: () => void;
  onCancel?: () => void;
  children: ReactNode;
}

/** The whole of a form: its faults first, each a link to its field, and what can be done at its end. */
export function FormBody({ form, labels, submitLabel, isSending, error, onSubmit, onCancel, children }: Props) {
  const top = useRef<HTMLDivElement>(null);
  // Whoever has pressed the button at the end of a long form does not see what stands at its beginning.
  useEffect(() => {
    if (error) top.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {form.isRestored && (
          <Alert variant="outline" role="status" title={texts.restored}>
            <Button size="compact-sm" variant="default" onClick={form.startOver}>
              {texts.discardDraft}
            </Button>
          </Alert>
        )}
        {(form.faults.length > 0 || Boolean(error)) && (
          <div ref={top} className="faults">
            {form.faults.length > 0 ? (
              <Alert color="red" variant="outline" role="alert" title={texts.faults(form.faults.length)}>
                <List size="sm">
                  {form.faults.map((fault) => (
                    <List.Item key={fault.pointer + fault.code}>
                      {labels[fault.pointer] ? (
                        <>
                          <Anchor component="button" type="button" size="sm" onClick={() => form.focus(fault.pointer)}>
                            {labels[fault.pointer]}
                          </Anchor>
                          {': '}
                        </>
                      ) : null}
                      {fault.message}
                    </List.Item>
                  ))}
                </List>
              </Alert>
            ) : (
              <ProblemAlert error={error} />
            )}
          </div>
        )}
        {children}
        <Group>
          <Button type="submit" loading={isSending}>
            {submitLabel}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {texts.cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** Fields that belong together; side by side where there is room. */
export function Section({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <Fieldset legend={legend} variant="default">
      <SimpleGrid cols={{ base: 1, md: 2 }} verticalSpacing="md">
        {children}
      </SimpleGrid>
    </Fieldset>
  );
}
