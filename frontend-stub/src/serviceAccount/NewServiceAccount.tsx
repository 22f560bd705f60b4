import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, isProblem, type Role, type ServiceAccountDraft } from '../api';
import { rules } from '../api/generated/rules/ServiceAccountDraft';
import { Field } from '../shared/form/Field';
import { FormBody, Section } from '../shared/form/FormPage';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { Page } from '../shared/Page';
import { useRoleOptions } from '../shared/RolePicker';
import { useKey } from '../shared/useKey';
import { ScopePicker } from './ScopePicker';
import { texts } from './texts';

const { '/scopes': _chosenBelow, ...fields } = rules;

/** Creates a machine's account; its first secret is created on the page of the account. */
export default function NewServiceAccount() {
  const go = useNavigate();
  const queries = useQueryClient();
  const keyOf = useKey();
  const roles = useRoleOptions();
  const form = useContractForm({ rules: fields });
  const [scopes, setScopes] = useState<string[]>([]);
  const create = useMutation({
    mutationFn: () => {
      const serviceAccountDraft: ServiceAccountDraft = { ...bodyOf<ServiceAccountDraft>(form.form.values), scopes };
      return api.serviceAccounts.createServiceAccount({ serviceAccountDraft, idempotencyKey: keyOf(serviceAccountDraft) });
    },
    onSuccess: ({ id: serviceAccountId }) => {
      void queries.invalidateQueries({ queryKey: ['service-accounts'] });
      void go({ to: '/service-accounts/$serviceAccountId', params: { serviceAccountId } });
    },
    onError: form.show,
  });
  const role = (form.form.values['/role'] || undefined) as Role | undefined;
  return (
    <Page title={texts.create} intro={texts.created} above={{ label: texts.title, to: '/service-accounts' }}>
      <FormBody
        form={form}
        labels={{ ...texts.labels, '/scopes': texts.scopes }}
        submitLabel={texts.create}
        isSending={create.isPending}
        error={create.error}
        onSubmit={() => create.mutate()}
        onCancel={() => void go({ to: '/service-accounts' })}
      >
        <Section legend={texts.account}>
          <Field form={form} pointer="/name" label={texts.labels['/name']} />
          <Field form={form} pointer="/role" label={texts.labels['/role']} options={roles} />
          <Field form={form} pointer="/expiresAt" label={texts.labels['/expiresAt']} />
        </Section>
        <ScopePicker role={role} value={scopes} onChange={setScopes} fault={isProblem(create.error) ? create.error.errorsAt('/scopes')[0]?.message : undefined} />
      </FormBody>
    </Page>
  );
}
