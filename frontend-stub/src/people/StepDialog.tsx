import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, isProblem, type Tagged, type User } from '../api';
import { ActionDialog } from '../shared/ActionDialog';
import { AssignDialog } from '../shared/AssignDialog';
import { Dialog } from '../shared/Dialog';
import { RolePicker } from '../shared/RolePicker';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

export type Step = keyof typeof texts.steps;

interface Props {
  step: Step;
  read: Tagged<User>;
  onClose: () => void;
  /** With what is to be said about it, and where to read on. */
  onDone: (words?: string, to?: string) => void;
}

const ACCEPTED = 202;

function RolesDialog({ read, onClose, onDone }: Pick<Props, 'read' | 'onClose'> & { onDone: (words?: string, to?: string) => Promise<void> }) {
  const [roles, setRoles] = useState(read.value.roles);
  const replace = useMutation({
    mutationFn: () => api.users.replaceUserRolesRaw({ userId: read.value.id, ifMatch: read.etag, userRoles: { roles } }),
    onSuccess: ({ raw }) => (raw.status === ACCEPTED ? onDone(texts.rolesWait, '/role-changes') : onDone()),
  });
  return (
    <Dialog title={texts.steps.roles} isSending={replace.isPending} error={replace.error} onSubmit={() => replace.mutate()} onClose={onClose}>
      <RolePicker label={texts.roles} help={texts.rolesHelp} value={roles} onChange={setRoles} fault={isProblem(replace.error) ? replace.error.errorsAt('/roles')[0]?.message : undefined} />
    </Dialog>
  );
}

/** Asks what the contract asks for the step, and takes it. */
export function StepDialog({ step, read, onClose, onDone }: Props) {
  const queries = useQueryClient();
  const keyOf = useKey();
  const at = { userId: read.value.id, ifMatch: read.etag };
  const idempotencyKey = keyOf([step, read.etag]);
  const done = async (words?: string, to?: string) => {
    for (const queryKey of [['people'], ['colleagues'], ['role-changes'], ['work']]) void queries.invalidateQueries({ queryKey });
    // The next step begins from what is there now.
    await queries.invalidateQueries({ queryKey: ['person', read.value.id] });
    onDone(words, to);
  };
  const common = { title: texts.steps[step], onDone: () => done(), onClose };
  switch (step) {
    case 'roles':
      return <RolesDialog read={read} onClose={onClose} onDone={done} />;
    case 'handOver':
      return (
        <AssignDialog
          title={texts.steps.handOver}
          intro={texts.handOverIntro}
          send={async (assigneeId) => {
            const handOver = assigneeId ? { assigneeId } : {};
            const { count, assignee } = await api.workAssignments.handOverWork({ ...at, handOver, idempotencyKey: keyOf([read.etag, handOver]) });
            await done(texts.handedOver(count, assignee?.name));
          }}
          onDone={() => undefined}
          onClose={onClose}
        />
      );
    case 'secondFactor':
      return <ActionDialog {...common} intro={texts.secondFactorIntro} danger send={() => api.users.disableUserSecondFactor({ ...at, idempotencyKey })} />;
    case 'disable':
      return <ActionDialog {...common} intro={texts.disableIntro} danger send={() => api.users.disableUser({ ...at, idempotencyKey })} />;
    default:
      return <ActionDialog {...common} intro={texts.enableIntro} send={() => api.users.enableUser({ ...at, idempotencyKey })} />;
  }
}
