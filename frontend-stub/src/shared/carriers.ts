import { useQuery } from '@tanstack/react-query';
import { api } from '../api';

/** The carriers that the agency has to do with, with what each of them asks. */
export const useCarriers = () =>
  useQuery({ queryKey: ['carriers'], queryFn: () => api.directory.listCarriers(), staleTime: 5 * 60_000 });
