import { useAgencyOptions } from '../shared/agencies';
import { Field } from '../shared/form/Field';
import type { ContractForm } from '../shared/form/useContractForm';
import { texts } from './texts';

/** For which agencies something is; only what the choice asks for is shown. */
export function AudienceFields({ form }: { form: ContractForm }) {
  const agencies = useAgencyOptions();
  const kind = form.form.values['/audience/kind'];
  return (
    <>
      <Field form={form} pointer="/audience/kind" label={texts.audience} />
      {kind === 'LEVELS' && <Field form={form} pointer="/audience/levels" label={texts.levels} help="" />}
      {kind === 'AGENCIES' && <Field form={form} pointer="/audience/agencyIds" label={texts.agencies} help="" options={agencies} />}
    </>
  );
}

/** Of the audience only what belongs to its kind is sent. */
export function withOwnAudience<T extends { audience?: { kind?: string; levels?: unknown; agencyIds?: unknown } }>(draft: T): T {
  if (!draft.audience) return draft;
  const { kind, levels, agencyIds } = draft.audience;
  return { ...draft, audience: { kind, ...(kind === 'LEVELS' && levels ? { levels } : {}), ...(kind === 'AGENCIES' && agencyIds ? { agencyIds } : {}) } };
}
