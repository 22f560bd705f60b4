import { Alert, Badge, Button, Tabs, Text } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type Reason, type OptionalMessage, type Submission, type SubmissionAction, type Tagged } from '../api';
import { HoldLink } from '../hold/HoldLink';
import { QueueNeighbors } from '../review/QueueNeighbors';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import type { Rules } from '../shared/form/values';
import { day, month, time } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { useKey } from '../shared/useKey';
import { useMay, useUser } from '../shared/user';
import { AssignWork } from '../work/AssignWork';
import { contentsOf } from './contents';
import { Items } from './Items';
import { Remarks } from './Remarks';
import { texts } from './texts';
import { useRefreshed, useSubmission } from './useSubmission';

const REASON: Rules = { '/message': { kind: 'longText', required: true, maxLength: 2000 } };
const MESSAGE: Rules = { '/message': { kind: 'longText', maxLength: 2000 } };
const LABELS = { '/message': texts.message };

/** Asks what the contract asks for the step, and takes it. */
function StepDialog({ action, read, onClose }: { action: SubmissionAction; read: Tagged<Submission>; onClose: () => void }) {
  const refreshed = useRefreshed(read.value.id);
  const keyOf = useKey();
  const at = { submissionId: read.value.id, ifMatch: read.etag };
  const onDone = async () => {
    // The next step begins from what is there now.
    await refreshed();
    onClose();
  };
  const common = { title: texts.actions[action], labels: LABELS, onDone, onClose };
  switch (action) {
    case 'REFRESH':
      return <ActionDialog {...common} send={() => api.submissions.refreshSubmission({ ...at, idempotencyKey: keyOf([action, read.etag]) })} />;
    case 'DISCARD':
      return <ActionDialog {...common} danger send={() => api.submissions.discardSubmission({ ...at, idempotencyKey: keyOf(action) })} />;
    case 'WITHDRAW':
      return <ActionDialog<Reason> {...common} rules={REASON} danger send={(reason) => api.submissions.withdrawSubmission({ ...at, reason, idempotencyKey: keyOf(reason) })} />;
    case 'RETURN':
      return <ActionDialog<Reason> {...common} rules={REASON} send={(reason) => api.submissions.returnSubmission({ ...at, reason, idempotencyKey: keyOf(reason) })} />;
    case 'UNDO_ACKNOWLEDGEMENT':
      return <ActionDialog<Reason> {...common} rules={REASON} send={(reason) => api.submissions.undoAcknowledgement({ ...at, reason, idempotencyKey: keyOf(reason) })} />;
    default:
      return <ActionDialog<OptionalMessage> {...common} rules={MESSAGE} send={(optionalMessage) => api.submissions.acknowledgeSubmission({ ...at, optionalMessage, idempotencyKey: keyOf(optionalMessage) })} />;
  }
}

export default function SubmissionDetails() {
  const { submissionId } = useParams({ from: '/inside/submissions/$submissionId' });
  const { tab = 'items' } = useSearch({ from: '/inside/submissions/$submissionId' });
  const go = useNavigate({ from: '/submissions/$submissionId' });
  const codes = useCodes();
  const user = useUser();
  const may = useMay();
  const [action, setAction] = useState<SubmissionAction>();
  const read = useSubmission(submissionId);
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value } = read.data;
  const { decision } = value;
  const isCarrier = user.organization.kind === 'CARRIER';
  return (
    <Page
      title={value.reference}
      mark={<Badge>{codes.label('SubmissionStatus', value.status)}</Badge>}
      intro={[isCarrier ? value.agency.name : value.carrier.name, texts.kinds[value.kind], value.period && month(value.period), contentsOf(value)].filter(Boolean).join(' · ')}
      above={{ label: texts.title, to: '/submissions' }}
      actions={
        <>
          <HoldLink objectKind="SUBMISSION" objectId={submissionId} reference={value.reference} />
          {value.possibleActions.length > 0 && <AssignWork subjectKind="SUBMISSION" subjectId={submissionId} />}
          {value.possibleActions.map((possible) =>
            possible === 'SUBMIT' ? (
              <Button key={possible} component={Link} to={`/submissions/${submissionId}/attest`}>
                {texts.actions.SUBMIT}
              </Button>
            ) : (
              <Button key={possible} variant={possible === 'ACKNOWLEDGE' ? 'filled' : 'default'} onClick={() => setAction(possible)}>
                {texts.actions[possible]}
              </Button>
            ),
          )}
        </>
      }
    >
      {value.possibleActions.includes('RETURN') && !may('acknowledgeSubmission') && <Text size="sm">{texts.reviewerAcknowledges}</Text>}
      {may('addSubmissionComment') && <QueueNeighbors submissionId={submissionId} />}
      {(value.outdatedItems ?? 0) > 0 && (
        <Alert variant="outline" role="status">
          {texts.outdated(value.outdatedItems as number)}
        </Alert>
      )}
      {value.status === 'DRAFT' && !value.possibleActions.includes('SUBMIT') && !isCarrier && (
        <Alert variant="outline" role="status">
          {texts.signerNext}
        </Alert>
      )}
      {decision && (
        <Alert variant="outline" title={texts.decision(codes.label('ReviewOutcome', decision.outcome), decision.decidedBy, time(decision.decidedAt))}>
          <Text>{decision.message}</Text>
          {value.status === 'RETURNED' && !isCarrier && (
            <Text size="sm" mt="xs">
              {texts.returnedNext}
            </Text>
          )}
        </Alert>
      )}
      <Facts
        facts={[
          [texts.receipt, value.receiptNumber && <PathLink to={`/submissions/${submissionId}/receipt`}>{value.receiptNumber}</PathLink>],
          [texts.due, value.dueDate && day(value.dueDate)],
          [texts.submittedAt, value.submittedAt && time(value.submittedAt)],
          [texts.onTime, value.onTime === undefined ? undefined : value.onTime ? shared.yes : shared.no],
          [texts.attestedBy, value.attestation && `${value.attestation.attestedBy}, ${value.attestation.title}`],
          [texts.revision, value.revision > 1 ? value.revision : undefined],
          [texts.lateReason, value.lateReason],
          [texts.freeTextReason, value.freeTextReason],
          [texts.undoableUntil, value.acknowledgementUndoableUntil && time(value.acknowledgementUndoableUntil)],
        ]}
      />
      <Tabs value={tab} onChange={(next) => void go({ search: { tab: next ?? 'items' }, replace: true })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="items">{texts.items}</Tabs.Tab>
          <Tabs.Tab value="remarks">{texts.remarks}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="items">
          <Items submission={value} />
        </Tabs.Panel>
        <Tabs.Panel value="remarks">
          <Remarks submissionId={submissionId} />
        </Tabs.Panel>
      </Tabs>
      {action && <StepDialog action={action} read={read.data} onClose={() => setAction(undefined)} />}
    </Page>
  );
}
