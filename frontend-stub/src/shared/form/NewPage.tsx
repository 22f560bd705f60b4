import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../Page';
import { tellSaved, type Duplicate, type Saved } from '../saved';
import { texts } from '../texts';
import { useKey } from '../useKey';
import { FormBody } from './FormPage';
import { useContractForm, type ContractForm } from './useContractForm';
import { bodyOf, type Rules } from './values';

interface Props<T, D> {
  title: string;
  /** The list that it will stand in, which is also the name of what is asked again. */
  above: { label: string; to: `/${string}` };
  rules: Rules;
  labels: Readonly<Record<string, string>>;
  draft: string;
  /** What is there before anything is typed. */
  initial?: object;
  send: (body: D, key: string) => Promise<T>;
  /** Records that may be the same as the one that was saved. */
  duplicates: (saved: T) => Duplicate[];
  children: (form: ContractForm) => ReactNode;
}

/** Makes a record; sent twice with the same content, it is made once. */
export function NewPage<T extends Saved, D>({ title, above, rules, labels, draft, initial, send, duplicates, children }: Props<T, D>) {
  const router = useRouter();
  const queries = useQueryClient();
  const keyOf = useKey();
  const form = useContractForm({ rules, draft, ...(initial ? { record: initial } : {}) });
  const save = useMutation({
    mutationFn: () => {
      const body = bodyOf<D>(form.form.values);
      return send(body, keyOf(body));
    },
    onSuccess: async (saved) => {
      form.forget();
      tellSaved(saved, duplicates(saved));
      void queries.invalidateQueries({ queryKey: [above.to.slice(1)] });
      await router.navigate({ href: `${above.to}/${saved.id}` });
    },
    onError: form.show,
  });
  return (
    <Page title={title} above={above}>
      <FormBody
        form={form}
        labels={labels}
        submitLabel={texts.save}
        isSending={save.isPending}
        error={save.error}
        onSubmit={() => save.mutate()}
        onCancel={() => {
          form.forget();
          void router.navigate({ href: above.to });
        }}
      >
        {children(form)}
      </FormBody>
    </Page>
  );
}
