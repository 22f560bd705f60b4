import { Alert, List } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Warning } from '../api';
import { PathLink } from './PathLink';
import { texts } from './texts';

const KEY = 'upline.saved.';

export interface Saved {
  id: string;
  reference: string;
  revision: number;
  warnings?: Warning[];
}
export interface Duplicate {
  id: string;
  name: string;
}

/** What the answer to a save has to say is shown where the saved record is. */
export function tellSaved({ id, reference, revision, warnings = [] }: Saved, duplicates: Duplicate[]): void {
  notifications.show({ message: texts.saved(reference), withBorder: true });
  if (warnings.length > 0 || duplicates.length > 0) sessionStorage.setItem(KEY + id, JSON.stringify({ revision, warnings, duplicates }));
}

/** What the API found remarkable about the revision that was just saved. */
export function SavedWarnings({ record, home, advice }: { record: Saved; home: string; advice: string }) {
  const kept = sessionStorage.getItem(KEY + record.id);
  if (kept === null) return null;
  const { revision, warnings, duplicates } = JSON.parse(kept) as { revision: number; warnings: Warning[]; duplicates: Duplicate[] };
  if (revision !== record.revision) return null;
  return (
    <Alert color="yellow" variant="outline" role="status" title={texts.savedWarnings} className="no-print">
      <List size="sm">
        {warnings.map((warning) => (
          <List.Item key={warning.pointer + warning.code}>{warning.message}</List.Item>
        ))}
        {duplicates.map((other) => (
          <List.Item key={other.id}>
            <PathLink to={`${home}/${other.id}`}>{other.name}</PathLink>
          </List.Item>
        ))}
      </List>
      {duplicates.length > 0 && advice}
    </Alert>
  );
}
