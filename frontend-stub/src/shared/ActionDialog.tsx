import { useMutation } from '@tanstack/react-query';
import { Dialog } from './Dialog';
import { Field } from './form/Field';
import { useContractForm } from './form/useContractForm';
import { bodyOf, type Rules } from './form/values';

interface Props<B> {
  title: string;
  intro?: string | undefined;
  rules?: Rules;
  labels?: Readonly<Record<string, string>>;
  /** What the fields hold at first. */
  initial?: unknown;
  danger?: boolean;
  send: (body: B) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

const NONE: Rules = {};

/** A step that is taken after a question, with the few fields that the contract has for it. */
export function ActionDialog<B>({ title, intro, rules = NONE, labels, initial, danger = false, send, onDone, onClose }: Props<B>) {
  const form = useContractForm({ rules, record: initial });
  const take = useMutation({
    mutationFn: () => send(bodyOf<B>(form.form.values)),
    onSuccess: onDone,
    onError: form.show,
  });
  const fields = Object.keys(rules).filter((pointer) => labels?.[pointer]);
  return (
    <Dialog
      title={title}
      intro={intro}
      danger={danger}
      isSending={take.isPending}
      error={take.error}
      faultsShown={form.faults.length > 0 && form.elsewhere.length === 0}
      onSubmit={() => take.mutate()}
      onClose={onClose}
    >
      {fields.map((pointer) => (
        <Field key={pointer} form={form} pointer={pointer} label={labels?.[pointer] as string} />
      ))}
    </Dialog>
  );
}
