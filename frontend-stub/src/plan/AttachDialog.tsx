import { useMutation } from '@tanstack/react-query';
import { api } from '../api';
import { AttachmentFields, useAttachment } from '../shared/AttachmentFields';
import { Dialog } from '../shared/Dialog';
import { texts } from './texts';

interface Props {
  at: { planId: string; itemId: string; ifMatch: string };
  intro: string | undefined;
  onDone: () => void;
  onClose: () => void;
}

/** Adds a file that goes with the evidence of an item; the carrier sees it at once. */
export function AttachDialog({ at, intro, onDone, onClose }: Props) {
  const attachment = useAttachment();
  const add = useMutation({
    mutationFn: () => api.correctiveActionPlans.addPlanAttachment({ ...at, ...attachment.body(), idempotencyKey: crypto.randomUUID() }),
    onSuccess: onDone,
  });
  return (
    <Dialog title={texts.steps.ATTACH_FILE} intro={intro} isSending={add.isPending} error={add.error} onSubmit={() => attachment.isComplete && add.mutate()} onClose={onClose}>
      <AttachmentFields attachment={attachment} error={add.error} />
    </Dialog>
  );
}
