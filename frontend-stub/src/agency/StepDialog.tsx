import { useQueryClient } from '@tanstack/react-query';
import { api, type Agency, type AgencyAdministrator, type AgencyProfileDraft, type ContractEnd, type ContractRenewal, type Tagged } from '../api';
import { rules as inviteRules } from '../api/generated/rules/AgencyAdministrator';
import { rules as profileRules } from '../api/generated/rules/AgencyProfileDraft';
import { rules as endRules } from '../api/generated/rules/ContractEnd';
import { rules as renewRules } from '../api/generated/rules/ContractRenewal';
import { ActionDialog } from '../shared/ActionDialog';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

export type Step = keyof typeof texts.steps;

interface Props {
  step: Step;
  /** Whether the agency does so itself. */
  isOwn: boolean;
  read: Tagged<Agency>;
  onClose: () => void;
}

/** Asks what the contract asks for the step, and takes it. */
export function StepDialog({ step, isOwn, read, onClose }: Props) {
  const queries = useQueryClient();
  const keyOf = useKey();
  const at = { agencyId: read.value.id, ifMatch: read.etag };
  const key = (body: unknown) => keyOf([step, read.etag, body]);
  const onDone = async () => {
    void queries.invalidateQueries({ queryKey: ['agencies'] });
    // The next step begins from what is there now.
    await queries.invalidateQueries({ queryKey: ['agency', read.value.id] });
    onClose();
  };
  const common = { title: texts.steps[step], onDone, onClose };
  switch (step) {
    case 'invite':
      return (
        <ActionDialog<AgencyAdministrator>
          {...common}
          rules={inviteRules}
          labels={texts.inviteLabels}
          send={(agencyAdministrator) => api.agencies.inviteAgencyAdministrator({ ...at, agencyAdministrator, idempotencyKey: key(agencyAdministrator) })}
        />
      );
    case 'rename':
      return (
        <ActionDialog<AgencyProfileDraft>
          {...common}
          intro={isOwn ? texts.renameOwnIntro : texts.renameIntro}
          rules={profileRules}
          labels={texts.profileLabels}
          initial={{ name: read.value.name, level: read.value.level }}
          send={(agencyProfileDraft) => api.agencies.changeAgency({ ...at, agencyProfileDraft, idempotencyKey: key(agencyProfileDraft) })}
        />
      );
    case 'end':
      return (
        <ActionDialog<ContractEnd>
          {...common}
          intro={texts.endIntro}
          danger
          rules={endRules}
          labels={texts.endLabels}
          send={(contractEnd) => api.agencies.endAgencyContract({ ...at, contractEnd, idempotencyKey: key(contractEnd) })}
        />
      );
    default:
      return (
        <ActionDialog<ContractRenewal>
          {...common}
          rules={renewRules}
          labels={texts.renewLabels}
          send={(contractRenewal) => api.agencies.renewAgencyContract({ ...at, contractRenewal, idempotencyKey: key(contractRenewal) })}
        />
      );
  }
}
