import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, type Code } from '../api';

export interface Codes {
  /** The word for a code; the code itself while the lists are on their way. */
  label(list: string, code: string | undefined): string;
  options(list: string): { value: string; label: string }[];
  labels(list: string, codes: readonly string[] | undefined): string;
}

/** The codes of the contract with the words that the API has for them. */
export function useCodes(): Codes {
  const lists = useQuery({
    queryKey: ['code-lists'],
    queryFn: () => api.directory.getCodeLists({}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => {
    const byName = new Map<string, Code[]>(lists.data?.lists.map((list) => [list.name, list.codes]));
    const label = (list: string, code: string | undefined) =>
      byName.get(list)?.find((entry) => entry.code === code)?.label ?? code ?? '';
    return {
      label,
      options: (list) => (byName.get(list) ?? []).map(({ code, label: word }) => ({ value: code, label: word })),
      labels: (list, codes) => (codes ?? []).map((code) => label(list, code)).join(', '),
    };
  }, [lists.data]);
}
