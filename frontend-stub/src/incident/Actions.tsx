import { Button, Card, Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type DisciplinaryAction, type DisciplinaryActionDraft, type DisciplinaryActionPatch, type Incident, type Tagged } from '../api';
import { rules } from '../api/generated/rules/DisciplinaryActionDraft';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { Field } from '../shared/form/Field';
import { FormBody, Section } from '../shared/form/FormPage';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf, patchOf } from '../shared/form/values';
import { factsOf } from '../shared/form/words';
import { Empty } from '../shared/Page';
import { texts as shared } from '../shared/texts';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { actionLabels, texts } from './texts';

function ActionForm({ read, action, onClose }: { read: Tagged<Incident>; action?: DisciplinaryAction | undefined; onClose: () => void }) {
  const queries = useQueryClient();
  const keyOf = useKey();
  const form = useContractForm({ rules, record: action });
  const save = useMutation({
    mutationFn: () => {
      const at = { incidentId: read.value.id, ifMatch: read.etag };
      if (action) {
        return api.incidents.changeDisciplinaryAction({ ...at, actionId: action.id, disciplinaryActionPatch: patchOf<DisciplinaryActionPatch>(form.base, form.form.values) });
      }
      const disciplinaryActionDraft = bodyOf<DisciplinaryActionDraft>(form.form.values);
      return api.incidents.addDisciplinaryAction({ ...at, disciplinaryActionDraft, idempotencyKey: keyOf([read.etag, disciplinaryActionDraft]) });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['incident', read.value.id] });
      onClose();
    },
    onError: form.show,
  });
  return (
    <Modal opened onClose={onClose} title={action ? texts.changeAction : texts.addAction} size="lg">
      <FormBody form={form} labels={actionLabels} submitLabel={shared.save} isSending={save.isPending} error={save.error} onSubmit={() => save.mutate()} onCancel={onClose}>
        <Section legend={texts.actions}>
          {Object.entries(actionLabels).map(([pointer, label]) => (
            <Field key={pointer} form={form} pointer={pointer} label={label} />
          ))}
        </Section>
      </FormBody>
    </Modal>
  );
}

/** What was done because of the incident. */
export function Actions({ read }: { read: Tagged<Incident> }) {
  const may = useMay();
  const codes = useCodes();
  const [open, setOpen] = useState<DisciplinaryAction | 'new'>();
  const { disciplinaryActions, voidReason } = read.value;
  const canChange = may('addDisciplinaryAction') && voidReason === undefined;
  const add = canChange && (
    <Button variant="default" w="fit-content" onClick={() => setOpen('new')}>
      {texts.addAction}
    </Button>
  );
  return (
    <Stack>
      {disciplinaryActions.length === 0 ? <Empty action={add}>{texts.noActions}</Empty> : add}
      {disciplinaryActions.map((action) => (
        <Card key={action.id} withBorder>
          <Stack gap="xs">
            <Facts facts={factsOf(rules, actionLabels, codes, action)} />
            {canChange && (
              <Button size="compact-sm" variant="default" w="fit-content" onClick={() => setOpen(action)}>
                {texts.edit}
              </Button>
            )}
          </Stack>
        </Card>
      ))}
      {open && <ActionForm read={read} action={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Stack>
  );
}
