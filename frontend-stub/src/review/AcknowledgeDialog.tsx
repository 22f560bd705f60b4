import { useQueryClient } from '@tanstack/react-query';
import { api, type OptionalMessage, type Submission } from '../api';
import { rules } from '../api/generated/rules/OptionalMessage';
import { ActionDialog } from '../shared/ActionDialog';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

interface Props {
  /** Each in the revision that was looked at. */
  submissions: Submission[];
  onDone: () => void;
  onClose: () => void;
}

/** Acknowledges several at once: all of them, or none. */
export default function AcknowledgeDialog({ submissions, onDone, onClose }: Props) {
  const queries = useQueryClient();
  const keyOf = useKey();
  const acknowledge = ({ message }: OptionalMessage) => {
    const submissionAcknowledgement = { submissions: submissions.map(({ id, revision }) => ({ submissionId: id, revision })), ...(message ? { message } : {}) };
    return api.submissions.acknowledgeSubmissions({ submissionAcknowledgement, idempotencyKey: keyOf(submissionAcknowledgement) });
  };
  return (
    <ActionDialog<OptionalMessage>
      title={texts.acknowledge(submissions.length)}
      intro={texts.acknowledgeIntro}
      rules={rules}
      labels={{ '/message': texts.message }}
      send={acknowledge}
      onClose={onClose}
      onDone={() => {
        for (const queryKey of [['submissions'], ['submission'], ['work']]) void queries.invalidateQueries({ queryKey });
        onDone();
      }}
    />
  );
}
