import { Badge, Button, Tabs } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api, tagged, type Relationship, type RelationshipEnd, type Tagged, type Voiding } from '../api';
import { rules } from '../api/generated/rules/RelationshipDraft';
import { rules as endRules } from '../api/generated/rules/RelationshipEnd';
import { rules as voidRules } from '../api/generated/rules/Voiding';
import { HoldLink } from '../hold/HoldLink';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { factsOf } from '../shared/form/words';
import { Awaited, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { RevisionHistory } from '../shared/RevisionHistory';
import { SavedWarnings } from '../shared/saved';
import { useKey } from '../shared/useKey';
import { useMay } from '../shared/user';
import { Disclosures } from './Disclosures';
import { labels, texts } from './texts';

const Chain = lazy(() => import('../shared/chain/Chain'));
type Step = 'end' | 'reopen' | 'void' | 'restore';
const END_LABELS = { '/endDate': labels['/endDate'], '/endReason': labels['/endReason'], '/knownOn': labels['/knownOn'] };

function StepDialog({ step, read, onClose }: { step: Step; read: Tagged<Relationship>; onClose: () => void }) {
  const queries = useQueryClient();
  const keyOf = useKey();
  const at = { relationshipId: read.value.id, ifMatch: read.etag };
  const onDone = async () => {
    void queries.invalidateQueries({ queryKey: ['relationships'] });
    // The next step begins from what is there now.
    await queries.invalidateQueries({ queryKey: ['relationship', read.value.id] });
    onClose();
  };
  const common = { onDone, onClose };
  switch (step) {
    case 'end':
      return (
        <ActionDialog<RelationshipEnd> title={texts.endTitle} intro={texts.endIntro} rules={endRules} labels={END_LABELS} {...common}
          send={(relationshipEnd) => api.relationships.endRelationship({ ...at, relationshipEnd, idempotencyKey: keyOf(relationshipEnd) })} />
      );
    case 'void':
      return (
        <ActionDialog<Voiding> title={texts.voidTitle} intro={texts.voidIntro} rules={voidRules} labels={{ '/reason': 'Reason' }} danger {...common}
          send={(voiding) => api.relationships.voidRelationship({ ...at, voiding, idempotencyKey: keyOf(voiding) })} />
      );
    case 'reopen':
      return <ActionDialog title={texts.reopenTitle} {...common} send={() => api.relationships.reopenRelationship({ ...at, relationshipReopen: {}, idempotencyKey: keyOf(step) })} />;
    default:
      return <ActionDialog title={texts.restoreTitle} {...common} send={() => api.relationships.restoreRelationship({ ...at, idempotencyKey: keyOf(step) })} />;
  }
}

function Upstream({ id }: { id: string }) {
  const upstream = useQuery({ queryKey: ['relationship', id], queryFn: () => api.relationships.getRelationship({ relationshipId: id }) });
  return <PathLink to={`/relationships/${id}`}>{upstream.data?.legalName ?? '…'}</PathLink>;
}

export default function RelationshipDetails() {
  const { relationshipId } = useParams({ from: '/inside/relationships/$relationshipId' });
  const { tab = 'details' } = useSearch({ from: '/inside/relationships/$relationshipId' });
  const go = useNavigate({ from: '/relationships/$relationshipId' });
  const may = useMay();
  const codes = useCodes();
  const [step, setStep] = useState<Step>();
  const read = useQuery({
    queryKey: ['relationship', relationshipId, 'details'],
    queryFn: () => tagged(api.relationships.getRelationshipRaw({ relationshipId })),
  });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value } = read.data;
  const steps: [Step, string][] =
    value.status === 'VOIDED' ? [['restore', texts.restore]] : value.status === 'ENDED' ? [['reopen', texts.reopen], ['void', texts.void]] : [['end', texts.end], ['void', texts.void]];
  const facts = factsOf(rules, labels, codes, value);
  return (
    <Page
      title={value.legalName}
      mark={<Badge>{codes.label('RelationshipStatus', value.status)}</Badge>}
      intro={[value.reference, codes.label('EntityType', value.entityType), codes.labels('TpmoFunction', value.functions)].join(' · ')}
      above={{ label: texts.title, to: '/relationships' }}
      actions={
        <>
          <HoldLink objectKind="RELATIONSHIP" objectId={relationshipId} reference={value.reference} />
          {may('changeRelationship') && (
            <>
              {steps.map(([name, label]) => (
                <Button key={name} variant="default" onClick={() => setStep(name)}>
                  {label}
                </Button>
              ))}
              {value.status !== 'VOIDED' && (
                <Button component={Link} to={`/relationships/${relationshipId}/edit`}>
                  {texts.edit}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      <SavedWarnings record={value} home="/relationships" advice={texts.duplicatesIntro} />
      <Tabs value={tab} onChange={(next) => void go({ search: { tab: next ?? 'details' }, replace: true })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{texts.details}</Tabs.Tab>
          <Tabs.Tab value="history">{texts.history}</Tabs.Tab>
          <Tabs.Tab value="disclosures">{texts.disclosures}</Tabs.Tab>
          <Tabs.Tab value="chain">{texts.chain}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details">
          <Facts facts={[...(value.upstreamId ? [[labels['/upstreamId'], <Upstream key="up" id={value.upstreamId} />] as const] : []), ...facts, ['Void, because', value.voidReason]]} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <RevisionHistory
            queryKey={['relationship', relationshipId]}
            newest={value.revision}
            list={(cursor, init) => api.relationships.listRelationshipRevisions({ relationshipId, cursor }, init)}
            compare={(fromRevision, toRevision) => api.relationships.compareRelationshipRevisions({ relationshipId, fromRevision, toRevision })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="disclosures">
          <Disclosures relationshipId={relationshipId} />
        </Tabs.Panel>
        <Tabs.Panel value="chain">
          <Suspense fallback={<Awaited />}>
            <Chain relationshipId={relationshipId} agency={texts.agency} addressOf={(id) => `/relationships/${id}?tab=chain`} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
      {step && <StepDialog step={step} read={read.data} onClose={() => setStep(undefined)} />}
    </Page>
  );
}
