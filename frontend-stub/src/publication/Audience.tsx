import type { Audience } from '../api';
import { useAgencies } from '../shared/agencies';
import { useCodes } from '../shared/codes';

/** For which agencies something is, in words. */
export function AudienceWords({ audience }: { audience: Audience }) {
  const codes = useCodes();
  const agencies = useAgencies();
  const names = audience.agencyIds.map((id) => agencies.data?.find((agency) => agency.id === id)?.name ?? id);
  const which = [codes.labels('EntityType', audience.levels), names.join(', ')].filter(Boolean).join(', ');
  return <>{[codes.label('AudienceKind', audience.kind), which].filter(Boolean).join(': ')}</>;
}
