import { useQuery } from '@tanstack/react-query';
import { api, type Agency } from '../api';

const MOST = 200;

async function all(): Promise<Agency[]> {
  const agencies: Agency[] = [];
  let cursor: string | undefined;
  do {
    // oxlint-disable-next-line no-await-in-loop -- Each page names the next one.
    const page = await api.directory.listAgencies({ cursor, limit: MOST });
    agencies.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return agencies;
}

/** Every agency that has or had a contract with the carrier, by name. */
export const useAgencies = () => useQuery({ queryKey: ['agencies', 'all'], queryFn: all, staleTime: 5 * 60_000 });

/** The agencies as what a filter may be set to. */
export function useAgencyOptions(): { value: string; label: string }[] {
  const agencies = useAgencies();
  return agencies.data?.map(({ id, name }) => ({ value: id, label: name })) ?? [];
}
