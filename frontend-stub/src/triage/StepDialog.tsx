import { useQueryClient } from '@tanstack/react-query';
import { api, type OptionalMessage, type Reason, type Tagged, type TriageDecision, type TriageItem } from '../api';
import { rules as messageRules } from '../api/generated/rules/OptionalMessage';
import { rules as reasonRules } from '../api/generated/rules/Reason';
import { rules as decisionRules } from '../api/generated/rules/TriageDecision';
import { ActionDialog } from '../shared/ActionDialog';
import { AssignDialog } from '../shared/AssignDialog';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

export type Step = keyof typeof texts.steps;

/** The steps of the triage that people take; the others the service records by itself. */
export const isStep = (action: string): action is Step => action in texts.steps;

const LABELS = { '/message': texts.message };

interface Props {
  step: Step;
  read: Tagged<TriageItem>;
  onClose: () => void;
}

/** Asks what the contract asks for the step, and takes it. */
export function StepDialog({ step, read, onClose }: Props) {
  const queries = useQueryClient();
  const keyOf = useKey();
  const at = { incidentId: read.value.incidentId, ifMatch: read.etag };
  const key = (body: unknown) => keyOf([step, read.etag, body]);
  const onDone = async () => {
    for (const queryKey of [['triage'], ['work']]) void queries.invalidateQueries({ queryKey });
    // The next step begins from what is there now.
    await queries.invalidateQueries({ queryKey: ['triage-item', read.value.incidentId] });
    onClose();
  };
  const common = { title: texts.steps[step], labels: LABELS, onDone, onClose };
  switch (step) {
    case 'ASSIGN':
      return (
        <AssignDialog
          title={texts.steps.ASSIGN}
          assigneeId={read.value.assigneeId}
          send={(assigneeId) => api.triage.assignTriageItem({ ...at, triageAssignment: assigneeId ? { assigneeId } : {}, idempotencyKey: key(assigneeId) })}
          onDone={onDone}
          onClose={onClose}
        />
      );
    case 'REVIEW':
      return <ActionDialog<OptionalMessage> {...common} rules={messageRules} send={(optionalMessage) => api.triage.reviewTriageItem({ ...at, optionalMessage, idempotencyKey: key(optionalMessage) })} />;
    case 'WAIT':
      return <ActionDialog<Reason> {...common} rules={reasonRules} send={(reason) => api.triage.waitForAgency({ ...at, reason, idempotencyKey: key(reason) })} />;
    case 'DECIDE':
      return (
        <ActionDialog<TriageDecision>
          {...common}
          rules={decisionRules}
          labels={texts.decisionLabels}
          send={(triageDecision) => api.triage.decideTriageItem({ ...at, triageDecision, idempotencyKey: key(triageDecision) })}
        />
      );
    default:
      return <ActionDialog<OptionalMessage> {...common} rules={messageRules} send={(optionalMessage) => api.triage.closeTriageItem({ ...at, optionalMessage, idempotencyKey: key(optionalMessage) })} />;
  }
}
