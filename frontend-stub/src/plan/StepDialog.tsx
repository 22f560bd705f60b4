import { useQueryClient } from '@tanstack/react-query';
import { api, type CorrectiveActionPlan, type OptionalMessage, type PlanEvidenceDraft, type PlanExtension, type PlanItem, type Reason, type Tagged } from '../api';
import { rules as messageRules } from '../api/generated/rules/OptionalMessage';
import { rules as evidenceRules } from '../api/generated/rules/PlanEvidenceDraft';
import { rules as extensionRules } from '../api/generated/rules/PlanExtension';
import { rules as reasonRules } from '../api/generated/rules/Reason';
import { ActionDialog } from '../shared/ActionDialog';
import { useKey } from '../shared/useKey';
import { AttachDialog } from './AttachDialog';
import { texts } from './texts';

export type Step = keyof typeof texts.steps;

/** The steps that are taken in a dialog. */
export const isStep = (action: string): action is Step => action in texts.steps;

interface Props {
  step: Step;
  /** Absent for what concerns the plan as a whole. */
  item: PlanItem | undefined;
  read: Tagged<CorrectiveActionPlan>;
  onClose: () => void;
}

/** Asks what the contract asks for the step, and takes it. */
export function StepDialog({ step, item, read, onClose }: Props) {
  const queries = useQueryClient();
  const keyOf = useKey();
  const plan = { planId: read.value.id, ifMatch: read.etag };
  const at = { ...plan, itemId: item?.id ?? '' };
  const key = (body: unknown) => keyOf([step, read.etag, item?.id, body]);
  const plans = api.correctiveActionPlans;
  const onDone = async () => {
    for (const queryKey of [['plans'], ['work']]) void queries.invalidateQueries({ queryKey });
    // The next step begins from what is there now.
    await queries.invalidateQueries({ queryKey: ['plan', read.value.id] });
    onClose();
  };
  const common = { title: texts.steps[step], ...(item ? { intro: item.title } : {}), labels: { '/message': texts.message }, onDone, onClose };
  switch (step) {
    case 'ATTACH_FILE':
      return <AttachDialog at={at} intro={item?.title} onDone={onDone} onClose={onClose} />;
    case 'SUBMIT_EVIDENCE':
      return (
        <ActionDialog<PlanEvidenceDraft>
          {...common}
          rules={evidenceRules}
          labels={texts.evidenceLabels}
          send={(planEvidenceDraft) => plans.submitEvidence({ ...at, planEvidenceDraft, idempotencyKey: key(planEvidenceDraft) })}
        />
      );
    case 'ACCEPT':
      return <ActionDialog<OptionalMessage> {...common} rules={messageRules} send={(optionalMessage) => plans.acceptEvidence({ ...at, optionalMessage, idempotencyKey: key(optionalMessage) })} />;
    case 'REJECT':
      return <ActionDialog<Reason> {...common} rules={reasonRules} send={(reason) => plans.rejectEvidence({ ...at, reason, idempotencyKey: key(reason) })} />;
    case 'EXTEND':
      return (
        <ActionDialog<PlanExtension>
          {...common}
          rules={extensionRules}
          labels={texts.extensionLabels}
          initial={{ dueDate: item?.dueDate }}
          send={(planExtension) => plans.extendPlanItem({ ...at, planExtension, idempotencyKey: key(planExtension) })}
        />
      );
    case 'CLOSE':
      return <ActionDialog<Reason> {...common} rules={reasonRules} send={(reason) => plans.closeCorrectiveActionPlan({ ...plan, reason, idempotencyKey: key(reason) })} />;
    default:
      return <ActionDialog<Reason> {...common} danger rules={reasonRules} send={(reason) => plans.cancelCorrectiveActionPlan({ ...plan, reason, idempotencyKey: key(reason) })} />;
  }
}
