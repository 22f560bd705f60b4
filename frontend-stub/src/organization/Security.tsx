import { Alert, Button, Stack, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, tagged, type SecuritySettings, type Tagged } from '../api';
import { Awaited } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts as shared } from '../shared/texts';
import { texts } from './texts';

const ACCEPTED = 202;
const SWITCHES = [
  ['secondFactorRequired', texts.secondFactorRequired, texts.secondFactorHelp],
  ['roleChangesApproved', texts.roleChangesApproved, texts.roleChangesHelp],
] as const;

function SecurityForm({ read, onSaved }: { read: Tagged<SecuritySettings>; onSaved: (waits: boolean) => void }) {
  const [settings, setSettings] = useState(read.value);
  const save = useMutation({
    mutationFn: () => api.users.replaceSecuritySettingsRaw({ ifMatch: read.etag, securitySettingsChange: settings }),
    onSuccess: ({ raw }) => onSaved(raw.status === ACCEPTED),
  });
  return (
    <Stack maw={720}>
      <ProblemAlert error={save.error} />
      {SWITCHES.map(([name, label, help]) => (
        <Switch key={name} label={label} description={help} checked={settings[name]} onChange={(event) => setSettings({ ...settings, [name]: event.currentTarget.checked })} />
      ))}
      <Button w="fit-content" variant="default" loading={save.isPending} onClick={() => save.mutate()} aria-label={`${shared.save}: ${texts.security}`}>
        {shared.save}
      </Button>
    </Stack>
  );
}

/** What the organization asks of its people when they sign in and are given roles. */
export function Security() {
  const queries = useQueryClient();
  const [saved, setSaved] = useState<'saved' | 'waits'>();
  const read = useQuery({ queryKey: ['security-settings'], queryFn: () => tagged(api.users.getSecuritySettingsRaw({})) });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} height={100} />;
  return (
    <>
      {saved && (
        <Alert variant="outline" role="status" title={saved === 'waits' ? texts.waits : texts.saved}>
          {saved === 'waits' && <PathLink to="/role-changes">{texts.toRoleChanges}</PathLink>}
        </Alert>
      )}
      <SecurityForm
        key={read.data.etag}
        read={read.data}
        onSaved={(waits) => {
          setSaved(waits ? 'waits' : 'saved');
          for (const queryKey of [['security-settings'], ['role-changes']]) void queries.invalidateQueries({ queryKey });
        }}
      />
    </>
  );
}
