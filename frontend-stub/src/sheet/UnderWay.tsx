import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportProgress, SheetImport } from '../api';
import { number } from '../shared/format';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import type { SheetKind } from './kinds';
import { texts } from './texts';

function doing({ phase, rowsRead }: ImportProgress): string {
  const text = Object.hasOwn(texts.phases, phase) ? texts.phases[phase as keyof typeof texts.phases] : undefined;
  return text ? text(number(rowsRead)) : texts.phaseUnknown;
}

/** How far a large upload is, and the way to end it. */
export function UnderWay({ kind, sheet, progress }: { kind: SheetKind; sheet: SheetImport; progress: ImportProgress }) {
  const queries = useQueryClient();
  const may = useMay();
  const keyOf = useKey();
  const cancel = useMutation({
    mutationFn: () => kind.cancel(sheet.id, keyOf(['cancel', sheet.id])),
    onSuccess: (latest) => queries.setQueryData(['import', kind.name, sheet.id], latest),
  });
  const canCancel = may(kind.name === 'relationships' ? 'cancelRelationshipImport' : 'cancelIncidentImport');
  return (
    <Alert variant="outline">
      <Stack align="flex-start">
        <ProblemAlert error={cancel.error} />
        <Text role="status">{progress.cancelAsked ? texts.canceling : doing(progress)}</Text>
        <Progress value={100} animated w="100%" aria-label={doing(progress)} />
        <Text size="sm">{texts.leave}</Text>
        {canCancel && !progress.cancelAsked && (
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {texts.cancel}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
