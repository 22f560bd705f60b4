import { Group } from '@mantine/core';
import type { Operation } from '../api';
import { PathLink } from './PathLink';
import { useMay } from './user';

/** Where else there is something about it: the label, the address, and the operation that the page there needs. */
export type Place = [label: string, to: string, operation: Operation];

/** Links to those of the places that the caller may see. */
export function Places({ places }: { places: Place[] }) {
  const may = useMay();
  return (
    <Group gap="md">
      {places
        .filter(([, , operation]) => may(operation))
        .map(([label, to]) => (
          <PathLink key={label} to={to}>
            {label}
          </PathLink>
        ))}
    </Group>
  );
}
