import { Button, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type IdentityProvider, type IdentityProviderChange, type IdentityProviderRoleChange, type Role, type Tagged } from '../api';
import { rules } from '../api/generated/rules/IdentityProviderChange';
import { Dialog } from '../shared/Dialog';
import { Field } from '../shared/form/Field';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { useRoleOptions } from '../shared/RolePicker';
import { texts } from './texts';

const fields = Object.keys(texts.providerLabels) as (keyof typeof texts.providerLabels)[];
/** A row as it is typed; its number keeps it apart from the others. */
type Row = { n: number; value: string; role: string | null };

interface Props {
  read: Tagged<IdentityProvider>;
  onDone: () => void;
  onClose: () => void;
}

/** Sets up the provider, or changes it; it is asked who it is, and must answer. */
export default function ProviderDialog({ read: { value, etag }, onDone, onClose }: Props) {
  const form = useContractForm({ rules, record: value });
  const roles = useRoleOptions();
  const [rows, setRows] = useState<Row[]>(() => {
    const known = (value.roles ?? []).map((entry, index) => ({ n: index + 1, value: entry.value, role: entry.role as string }));
    return known.length > 0 ? known : [{ n: 1, value: '', role: null }];
  });
  const change = (n: number, to: Partial<Row>) => setRows(rows.map((row) => (row.n === n ? { ...row, ...to } : row)));
  const save = useMutation({
    mutationFn: () => {
      // A row that is half filled in is sent as it is, and told as a fault; only an empty one says nothing.
      const given = rows.filter((row) => row.value.trim() || row.role).map((row): IdentityProviderRoleChange => ({ value: row.value.trim(), role: row.role as Role }));
      const identityProviderChange = { ...bodyOf<IdentityProviderChange>(form.form.values), roles: given };
      return api.singleSignOn.replaceIdentityProvider({ ifMatch: etag, identityProviderChange });
    },
    onSuccess: onDone,
    onError: form.show,
  });
  const elsewhere = form.elsewhere.map(({ message }) => message).join(' ');
  return (
    <Dialog title={value.configured ? texts.change : texts.configure} size="xl" isSending={save.isPending} error={save.error} faultsShown={form.faults.length > 0} onSubmit={() => save.mutate()} onClose={onClose}>
      {fields.map((pointer) => (
        <Field key={pointer} form={form} pointer={pointer} label={texts.providerLabels[pointer]} />
      ))}
      <Fieldset legend={texts.roles}>
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {texts.rolesHelp}
          </Text>
          {rows.map((row) => (
            <Group key={row.n} gap="xs" align="flex-end">
              <TextInput flex={1} miw={180} label={texts.value} aria-label={texts.valueOf(row.n)} value={row.value} onChange={(event) => change(row.n, { value: event.currentTarget.value })} />
              <Select flex={1} miw={180} label={texts.role} aria-label={texts.roleOf(row.n)} data={roles} value={row.role} onChange={(role) => change(row.n, { role })} />
              <Button variant="default" aria-label={texts.removeRole(row.n)} onClick={() => setRows(rows.filter(({ n }) => n !== row.n))} disabled={rows.length === 1}>
                ×
              </Button>
            </Group>
          ))}
          {elsewhere && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {elsewhere}
            </Text>
          )}
          <Button w="fit-content" size="compact-sm" variant="default" onClick={() => setRows([...rows, { n: Math.max(...rows.map(({ n }) => n)) + 1, value: '', role: null }])}>
            {texts.addRole}
          </Button>
        </Stack>
      </Fieldset>
    </Dialog>
  );
}
