import type { AgencyContract } from '../api';
import { day } from '../shared/format';
import { texts } from './texts';

/** From when to when, as people read it. */
export function contractWords(contract: AgencyContract | undefined): string {
  if (!contract?.startsOn) return '';
  return contract.endsOn ? texts.contractUntil(day(contract.startsOn), day(contract.endsOn)) : texts.contractFrom(day(contract.startsOn));
}
