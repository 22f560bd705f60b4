import { Alert, Button, CopyButton, Group, List, Text } from '@mantine/core';
import { isProblem, retryAfter } from '../api';
import { texts } from './texts';

interface Words {
  title: string;
  detail: string;
  instance?: string;
}

function wordsOf(error: unknown): Words {
  if (isProblem(error)) return { title: error.problem.title, detail: error.problem.detail, instance: error.problem.instance };
  if (error instanceof Error && error.name === 'FetchError') return { title: texts.unreachable, detail: texts.unreachableDetail };
  return { title: texts.unexpected, detail: error instanceof Error ? error.message : String(error) };
}

interface Props {
  error: unknown;
  retry?: () => void;
  /** Whether the faults stand at their fields already. */
  faultsShown?: boolean;
  /** The fields that show their faults themselves, where that is not all of them. */
  fields?: readonly string[];
}

const NO_FIELDS: readonly string[] = [];

/** What went wrong, in the API's own words, with the request's id for support. */
export function ProblemAlert({ error, retry, faultsShown = false, fields = NO_FIELDS }: Props) {
  if (!error) return null;
  const { title, detail, instance } = wordsOf(error);
  // A single fault is the detail already.
  const faults = isProblem(error) && !faultsShown ? error.errors.filter((fault) => !fields.includes(fault.pointer) && fault.message !== detail) : [];
  // What a field says itself is not said a second time, far from it.
  const isAtField = isProblem(error) && error.errors.some((fault) => fault.message === detail && (faultsShown || fields.includes(fault.pointer)));
  const wait = retryAfter(error);
  return (
    <Alert color="red" variant="outline" role="alert" title={title} className="problem">
      <Text size="sm">{isAtField ? texts.seeField : detail}</Text>
      {wait !== undefined && <Text size="sm">{texts.retryAfter(wait)}</Text>}
      {faults.length > 0 && (
        <List size="sm" mt="xs">
          {faults.map((fault) => (
            <List.Item key={fault.pointer + fault.code}>{fault.message}</List.Item>
          ))}
        </List>
      )}
      <Group mt="sm" gap="xs">
        {retry && (
          <Button size="compact-sm" variant="default" onClick={retry}>
            {texts.tryAgain}
          </Button>
        )}
        {instance && (
          <CopyButton value={instance}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy} title={instance}>
                {copied ? texts.copied : texts.copyRequestId}
              </Button>
            )}
          </CopyButton>
        )}
      </Group>
    </Alert>
  );
}
