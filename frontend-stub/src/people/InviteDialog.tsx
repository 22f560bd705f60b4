import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, isProblem, type InvitationDraft, type Role } from '../api';
import { rules } from '../api/generated/rules/InvitationDraft';
import { Dialog } from '../shared/Dialog';
import { Field } from '../shared/form/Field';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { RolePicker } from '../shared/RolePicker';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

const fields = Object.keys(texts.inviteLabels) as (keyof typeof texts.inviteLabels)[];

/** Mails somebody a link with which to join, in the roles chosen here. */
export default function InviteDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const keyOf = useKey();
  const form = useContractForm({ rules });
  const [roles, setRoles] = useState<Role[]>([]);
  const invite = useMutation({
    mutationFn: () => {
      const invitationDraft: InvitationDraft = { ...bodyOf<InvitationDraft>(form.form.values), roles };
      return api.users.createInvitation({ invitationDraft, idempotencyKey: keyOf(invitationDraft) });
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['invitations'] });
      onClose();
    },
    onError: form.show,
  });
  return (
    <Dialog title={texts.invite} intro={texts.inviteIntro} isSending={invite.isPending} error={invite.error} faultsShown={form.faults.length > 0} onSubmit={() => invite.mutate()} onClose={onClose}>
      {fields.map((pointer) => (
        <Field key={pointer} form={form} pointer={pointer} label={texts.inviteLabels[pointer]} />
      ))}
      <RolePicker label={texts.roles} help={texts.rolesHelp} value={roles} onChange={setRoles} fault={isProblem(invite.error) ? invite.error.errorsAt('/roles')[0]?.message : undefined} />
    </Dialog>
  );
}
