import { useForm } from '@mantine/form';
import { useState } from 'react';
import { isProblem, type FieldError } from '../../api';
import { draftOf, useDraft } from '../draft/useDraft';
import { valuesOf, type Rules, type Values } from './values';

interface Options {
  rules: Rules;
  /** What is changed, or what a new one begins with. */
  record?: unknown;
  /** The name under which what is typed is kept; see `useDraft`. */
  draft?: string;
}

/** A form whose fields, help and limits are the contract's, and whose faults are the API's. */
export function useContractForm({ rules, record, draft }: Options) {
  const [base, setBase] = useState(() => valuesOf(rules, record));
  const [kept] = useState(() => draftOf<Values>(draft));
  const form = useForm<Values>({ initialValues: { ...base, ...kept } });
  const [isRestored, setRestored] = useState(kept !== undefined);
  const [elsewhere, setElsewhere] = useState<FieldError[]>([]);
  const [faults, setFaults] = useState<FieldError[]>([]);
  const store = useDraft(draft, form.values, form.isDirty() || isRestored);

  function focus(pointer: string) {
    const node = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(pointer)}"]`);
    (node?.matches('input,textarea,button,select') ? node : node?.querySelector<HTMLElement>('input,textarea,button'))?.focus();
  }

  return {
    form,
    rules,
    base,
    faults,
    /** Faults that belong to no field of this form. */
    elsewhere,
    isRestored,
    focus,
    /** Puts the API's faults at their fields; false where there are none. */
    show(error: unknown): boolean {
      const all = isProblem(error) ? error.errors : [];
      const fieldOf = (pointer: string) =>
        pointer in base ? pointer : (Object.keys(base).find((known) => pointer.startsWith(`${known}/`)) ?? Object.keys(base).find((known) => known.startsWith(`${pointer}/`)));
      const errors: Record<string, string> = {};
      for (const fault of all) {
        const field = fieldOf(fault.pointer);
        if (field) errors[field] = errors[field] ? `${errors[field]} ${fault.message}` : fault.message;
      }
      form.setErrors(errors);
      setFaults(all);
      setElsewhere(all.filter((fault) => !fieldOf(fault.pointer)));
      return all.length > 0;
    },
    forget: store.forget,
    startOver() {
      store.startOver();
      form.setValues(base);
      form.clearErrors();
      setFaults([]);
      setRestored(false);
    },
    /** Goes on from what somebody else has saved meanwhile. */
    rebase(on: unknown) {
      setBase(valuesOf(rules, on));
    },
  };
}

export type ContractForm = ReturnType<typeof useContractForm>;
