import type { CarrierPolicy } from '../api';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { time } from '../shared/format';
import { texts as shared } from '../shared/texts';
import { texts } from './texts';

const yesNo = (is: boolean) => (is ? shared.yes : shared.no);

/** All that a policy asks for. */
export function PolicyFacts({ entry: { policy, announcedAt, announcedBy } }: { entry: CarrierPolicy }) {
  const codes = useCodes();
  return (
    <Facts
      facts={[
        [texts.announced, announcedAt && (announcedBy ? texts.by(time(announcedAt), announcedBy) : time(announcedAt))],
        [texts.dueDay, policy.incidentDueDay === 'LAST_DAY' ? texts.lastDay : texts.dayOfNext(policy.incidentDueDay)],
        [texts.grace, policy.graceDays],
        [texts.reminders, policy.reminderDays?.join(', ')],
        [texts.nil, yesNo(policy.nilIncidentReportWanted)],
        [texts.notice, codes.label('NoticePolicy', policy.relationshipNotice)],
        [texts.noticeDays, policy.relationshipNoticeDays],
        [texts.declaration, yesNo(policy.noRelationshipsDeclarationWanted)],
        [texts.mailbox, policy.mailbox],
        [texts.version, policy.attestationVersion],
        [texts.wording, policy.attestationWording],
      ]}
    />
  );
}
