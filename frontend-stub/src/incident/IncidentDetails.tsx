import { Badge, Button, Tabs } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, tagged, type Voiding } from '../api';
import { rules } from '../api/generated/rules/IncidentDraft';
import { rules as voidRules } from '../api/generated/rules/Voiding';
import { HoldLink } from '../hold/HoldLink';
import { BeneficiaryLink } from '../privacy/BeneficiaryLink';
import { ActionDialog } from '../shared/ActionDialog';
import { useCarriers } from '../shared/carriers';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { factsOf } from '../shared/form/words';
import { day, inDays, month, time } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { RevisionHistory } from '../shared/RevisionHistory';
import { SavedWarnings } from '../shared/saved';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { Findings } from '../triage/Findings';
import { Actions } from './Actions';
import { Files } from './Files';
import { labels, texts } from './texts';

export default function IncidentDetails() {
  const { incidentId } = useParams({ from: '/inside/incidents/$incidentId' });
  const { tab = 'details' } = useSearch({ from: '/inside/incidents/$incidentId' });
  const go = useNavigate({ from: '/incidents/$incidentId' });
  const may = useMay();
  const codes = useCodes();
  const carriers = useCarriers();
  const queries = useQueryClient();
  const keyOf = useKey();
  const [step, setStep] = useState<'void' | 'restore'>();
  const read = useQuery({ queryKey: ['incident', incidentId, 'details'], queryFn: () => tagged(api.incidents.getIncidentRaw({ incidentId })) });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value, etag } = read.data;
  const isVoided = value.voidReason !== undefined;
  const dialog = {
    onClose: () => setStep(undefined),
    onDone: async () => {
      void queries.invalidateQueries({ queryKey: ['incidents'] });
      // The next step begins from what is there now.
      await queries.invalidateQueries({ queryKey: ['incident', incidentId] });
      setStep(undefined);
    },
  };
  return (
    <Page
      title={value.reference}
      mark={
        <>
          <Badge>{codes.label('Severity', value.severity)}</Badge>
          {isVoided && <Badge>{texts.voided}</Badge>}
        </>
      }
      intro={[value.subject.name, codes.label('ViolationCategory', value.primaryCategory), carriers.data?.items.find((one) => one.id === value.carrierId)?.name].filter(Boolean).join(' · ')}
      above={{ label: texts.title, to: '/incidents' }}
      actions={
        <>
          <BeneficiaryLink incidentId={incidentId} />
          <HoldLink objectKind="INCIDENT" objectId={incidentId} reference={value.reference} />
          {may('changeIncident') && (
            <>
              <Button variant="default" onClick={() => setStep(isVoided ? 'restore' : 'void')}>
                {isVoided ? texts.restore : texts.void}
              </Button>
              {!isVoided && (
                <Button component={Link} to={`/incidents/${incidentId}/edit`}>
                  {texts.edit}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      <SavedWarnings record={value} home="/incidents" advice={texts.duplicatesIntro} />
      <Tabs value={tab} onChange={(next) => void go({ search: { tab: next ?? 'details' }, replace: true })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{texts.details}</Tabs.Tab>
          <Tabs.Tab value="actions">{`${texts.actions} (${value.disciplinaryActions.length})`}</Tabs.Tab>
          <Tabs.Tab value="files">{`${texts.files} (${value.attachments.length})`}</Tabs.Tab>
          {may('listFindings') && <Tabs.Tab value="findings">{texts.findings}</Tabs.Tab>}
          <Tabs.Tab value="history">{texts.history}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details">
          <Facts
            facts={[
              [texts.period, value.derived && month(value.derived.period)],
              [texts.due, value.derived && texts.dueOn(day(value.derived.dueDate), inDays(value.derived.dueDate))],
              [texts.firstSubmitted, value.derived?.firstSubmittedAt && time(value.derived.firstSubmittedAt)],
              ...factsOf(rules, labels, codes, value),
              [texts.voidBecause, value.voidReason],
            ]}
          />
        </Tabs.Panel>
        <Tabs.Panel value="actions">
          <Actions read={read.data} />
        </Tabs.Panel>
        <Tabs.Panel value="files">
          <Files read={read.data} />
        </Tabs.Panel>
        <Tabs.Panel value="findings">
          <Findings incidentId={incidentId} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <RevisionHistory
            queryKey={['incident', incidentId]}
            newest={value.revision}
            list={(cursor, init) => api.incidents.listIncidentRevisions({ incidentId, cursor }, init)}
            compare={(fromRevision, toRevision) => api.incidents.compareIncidentRevisions({ incidentId, fromRevision, toRevision })}
          />
        </Tabs.Panel>
      </Tabs>
      {step === 'restore' && (
        <ActionDialog title={texts.restoreTitle} {...dialog} send={() => api.incidents.restoreIncident({ incidentId, ifMatch: etag, idempotencyKey: keyOf(etag) })} />
      )}
      {step === 'void' && (
        <ActionDialog<Voiding>
          title={texts.voidTitle}
          intro={texts.voidIntro}
          rules={voidRules}
          labels={{ '/reason': texts.reason }}
          danger
          {...dialog}
          send={(voiding) => api.incidents.voidIncident({ incidentId, ifMatch: etag, voiding, idempotencyKey: keyOf(voiding) })}
        />
      )}
    </Page>
  );
}
