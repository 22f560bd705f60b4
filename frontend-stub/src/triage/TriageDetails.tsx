import { Badge, Button, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, tagged } from '../api';
import { rules } from '../api/generated/rules/IncidentDraft';
import { AsKnown, onThatDay } from '../disclosed/AsKnown';
import { DisclosureHistory } from '../disclosed/DisclosureHistory';
import { incidentLabels } from '../disclosed/labels';
import { HoldLink } from '../hold/HoldLink';
import { BeneficiaryLink } from '../privacy/BeneficiaryLink';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { factsOf } from '../shared/form/words';
import { day, month, time } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useMay } from '../shared/user';
import { Course } from './Course';
import { Findings } from './Findings';
import { isStep, StepDialog, type Step } from './StepDialog';
import { texts } from './texts';

/** An incident as the carrier holds it, or held it on a day of the past, and what the carrier does about it. */
export default function TriageDetails() {
  const { incidentId } = useParams({ from: '/inside/triage/$incidentId' });
  const { tab = 'incident', asOf } = useSearch({ from: '/inside/triage/$incidentId' });
  const go = useNavigate({ from: '/triage/$incidentId' });
  const may = useMay();
  const codes = useCodes();
  const [step, setStep] = useState<Step>();
  const disclosed = useQuery({ queryKey: ['disclosed-incident', incidentId, asOf], queryFn: () => api.disclosedIncidents.getDisclosedIncident({ incidentId, asOf }) });
  // What the carrier does is done today; a day of the past is read only.
  const triage = useQuery({ queryKey: ['triage-item', incidentId], queryFn: () => tagged(api.triage.getTriageItemRaw({ incidentId })), enabled: asOf === undefined });
  if (!disclosed.data) {
    return (
      <>
        <AsKnown />
        <Awaited error={disclosed.error} retry={() => void disclosed.refetch()} />
      </>
    );
  }
  const { incident, ...about } = disclosed.data;
  const item = asOf === undefined ? triage.data?.value : undefined;
  return (
    <Page
      title={incident.reference}
      mark={
        <>
          {item && <Badge>{codes.label('TriageState', item.state)}</Badge>}
          <Badge>{codes.label('Severity', incident.severity)}</Badge>
          {about.repeat && <Badge>{texts.repeat}</Badge>}
          {incident.potentialHarm && <Badge>{texts.harm}</Badge>}
          {about.late && <Badge>{texts.late}</Badge>}
          {about.amended && <Badge>{texts.amended}</Badge>}
          {incident.voidReason && <Badge>{texts.voided}</Badge>}
        </>
      }
      intro={[about.agency.name, incident.subject.name, codes.label('ViolationCategory', incident.primaryCategory)].join(' · ')}
      above={asOf === undefined ? { label: texts.title, to: '/triage' } : { label: texts.incident, to: onThatDay('/disclosed-incidents', asOf) }}
      actions={
        <>
          {asOf === undefined && <BeneficiaryLink incidentId={incidentId} />}
          {asOf === undefined && <HoldLink objectKind="INCIDENT" objectId={incidentId} reference={incident.reference} />}
          {item && may('issueCorrectiveActionPlan') && (
            <Button variant="default" component={PathLink} underline="never" to={`/corrective-action-plans/new?agencyId=${about.agency.id}&incidentId=${incidentId}`}>
              {texts.issuePlan}
            </Button>
          )}
          {(item?.possibleActions ?? []).filter(isStep).map((action) => (
            <Button key={action} variant={action === 'DECIDE' ? 'filled' : 'default'} onClick={() => setStep(action)}>
              {texts.steps[action]}
            </Button>
          ))}
        </>
      }
    >
      <AsKnown />
      {item && !item.conclusion && may('reviewTriageItem') && !may('decideTriageItem') && <Text size="sm">{texts.reviewerDecides}</Text>}
      <Tabs value={tab} onChange={(next) => void go({ search: (before) => ({ ...before, tab: next ?? 'incident' }), replace: true })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="incident">{texts.incident}</Tabs.Tab>
          {asOf === undefined && <Tabs.Tab value="findings">{texts.findings}</Tabs.Tab>}
          {asOf === undefined && <Tabs.Tab value="course">{texts.course}</Tabs.Tab>}
          <Tabs.Tab value="disclosures">{texts.disclosures}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="incident">
          <Facts
            facts={[
              [texts.assignee, item?.assigneeName],
              [texts.conclusion, item?.conclusion && codes.label('CarrierConclusion', item.conclusion)],
              [texts.conclusionReason, item?.conclusionReason],
              [texts.decidedBy, item?.decidedBy && item.decidedAt && texts.by(item.decidedBy, time(item.decidedAt))],
              [
                texts.submission,
                <PathLink key="submission" to={`/submissions/${about.submissionId}`}>
                  {about.submissionReference}
                </PathLink>,
              ],
              [texts.receipt, about.receiptNumber],
              [texts.firstDisclosed, about.firstDisclosedAt && time(about.firstDisclosedAt)],
              [texts.disclosed, time(about.disclosedAt)],
              [texts.due, `${day(about.dueDate)} (${month(about.period)})`],
              [texts.daysToReport, about.daysToReport],
              ...factsOf(rules, incidentLabels, codes, incident),
              [texts.voidBecause, incident.voidReason],
            ]}
          />
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          <Findings incidentId={incidentId} />
        </Tabs.Panel>
        <Tabs.Panel value="course">
          <Course incidentId={incidentId} />
        </Tabs.Panel>
        <Tabs.Panel value="disclosures">
          <DisclosureHistory
            queryKey={['disclosed-incident', incidentId, 'history']}
            list={(cursor, init) => api.disclosedIncidents.listDisclosedIncidentHistory({ incidentId, cursor }, init)}
          />
        </Tabs.Panel>
      </Tabs>
      {step && triage.data && <StepDialog step={step} read={triage.data} onClose={() => setStep(undefined)} />}
    </Page>
  );
}
