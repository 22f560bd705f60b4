import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api';
import { Dialog } from './Dialog';
import { texts } from './texts';

interface Props {
  title: string;
  intro?: string;
  assigneeId?: string | undefined;
  send: (assigneeId: string | undefined) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

/** Gives something to a colleague, or to nobody. */
export function AssignDialog({ title, intro, assigneeId, send, onDone, onClose }: Props) {
  const [chosen, setChosen] = useState(assigneeId);
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: () => api.colleagues.listColleagues({ limit: 200 }) });
  const assign = useMutation({ mutationFn: () => send(chosen), onSuccess: onDone });
  return (
    <Dialog title={title} intro={intro} submitLabel={texts.assign} isSending={assign.isPending} error={assign.error ?? colleagues.error} onSubmit={() => assign.mutate()} onClose={onClose}>
      <Select
        label={texts.assignee}
        placeholder={texts.nobody}
        data={colleagues.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={chosen ?? null}
        onChange={(value) => setChosen(value ?? undefined)}
        clearable
        clearButtonProps={{ 'aria-label': texts.nobody }}
      />
    </Dialog>
  );
}
