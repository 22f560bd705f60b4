import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { isProblem, type Tagged } from '../../api';
import { ConflictDialog } from '../conflict/ConflictDialog';
import { Page } from '../Page';
import { texts } from '../texts';
import { FormBody } from './FormPage';
import { useContractForm, type ContractForm } from './useContractForm';
import { patchOf, valuesOf, type Rules, type Values } from './values';

interface Props<T, P> {
  title: string;
  above: { label: string; to: string };
  /** The record as it was read, with its `ETag`. */
  read: Tagged<T>;
  rules: Rules;
  labels: Readonly<Record<string, string>>;
  draft: string;
  send: (patch: P, etag: string) => Promise<T>;
  reread: () => Promise<Tagged<T>>;
  onSaved: (saved: T) => Promise<void>;
  children: (form: ContractForm) => ReactNode;
}

/** Changes a record by what was changed in the form; where somebody was faster, both are shown beside each other. */
export function EditPage<T, P>({ title, above, read, rules, labels, draft, send, reread, onSaved, children }: Props<T, P>) {
  const router = useRouter();
  const form = useContractForm({ rules, record: read.value, draft });
  const [theirs, setTheirs] = useState<Tagged<T>>();
  const leave = () => {
    form.forget();
    void router.navigate({ href: above.to });
  };
  const save = useMutation({
    mutationFn: ({ base, values, etag }: { base: Values; values: Values; etag: string }) => send(patchOf<P>(base, values), etag),
    onSuccess: async (saved) => {
      await onSaved(saved);
      leave();
    },
    onError: async (error) => {
      if (isProblem(error) && error.status === 412) {
        setTheirs(await reread());
      } else {
        setTheirs(undefined);
        form.show(error);
      }
    },
  });
  return (
    <Page title={title} above={above}>
      <FormBody
        form={form}
        labels={labels}
        submitLabel={texts.save}
        isSending={save.isPending}
        error={theirs ? null : save.error}
        onSubmit={() => save.mutate({ base: form.base, values: form.form.values, etag: read.etag })}
        onCancel={leave}
      >
        {children(form)}
      </FormBody>
      {theirs && (
        <ConflictDialog
          base={form.base}
          yours={form.form.values}
          theirs={valuesOf(rules, theirs.value)}
          rules={rules}
          labels={labels}
          isSending={save.isPending}
          onKeep={(values) => save.mutate({ base: valuesOf(rules, theirs.value), values, etag: theirs.etag })}
          onDiscard={() => {
            void onSaved(theirs.value);
            leave();
          }}
        />
      )}
    </Page>
  );
}
