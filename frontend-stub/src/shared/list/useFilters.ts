import { useNavigate, useSearch } from '@tanstack/react-router';

export type FilterValues = Record<string, string | undefined>;

/** The filters of a list, which stand in the address, so that a list can be kept and sent as a link. */
export function useFilters<S extends FilterValues>(): [S, (change: Partial<S>) => void, () => void] {
  const search = useSearch({ strict: false } as never) as unknown as S;
  const go = useNavigate();
  const set = (change: Partial<S>) =>
    void go({
      to: '.',
      search: ((before: S) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value))) as never,
      replace: true,
      resetScroll: false,
    });
  const clear = () => void go({ to: '.', search: {} as never, replace: true });
  return [search, set, clear];
}

/** Reads the named filters of an address; whatever else stands there is not ours. */
export const filtersOf =
  <K extends string>(...names: K[]) =>
  (search: Record<string, unknown>): { [name in K]?: string } =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = search[name];
        return value === undefined || value === '' ? [] : [[name, String(value)]];
      }),
    ) as { [name in K]?: string };
