import { Checkbox, Stack } from '@mantine/core';
import type { Role } from '../api';
import { useCodes } from './codes';
import { useUser } from './user';

/** The roles that there are on the side of whoever is signed in. */
export function useRoleOptions(): { value: string; label: string }[] {
  const codes = useCodes();
  const { organization } = useUser();
  return codes.options('Role').filter(({ value }) => value.startsWith(`${organization.kind}_`));
}

interface Props {
  label: string;
  value: Role[];
  onChange: (roles: Role[]) => void;
  help?: string | undefined;
  fault?: string | undefined;
}

/** Which roles somebody is to have. */
export function RolePicker({ label, value, onChange, help, fault }: Props) {
  const options = useRoleOptions();
  return (
    <Checkbox.Group label={label} description={help} withAsterisk value={value} onChange={(roles) => onChange(roles as Role[])} error={fault}>
      <Stack gap="xs" my={6}>
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
