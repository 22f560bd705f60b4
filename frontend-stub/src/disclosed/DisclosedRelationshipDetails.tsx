import { Badge, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { api } from '../api';
import { rules } from '../api/generated/rules/RelationshipDraft';
import { HoldLink } from '../hold/HoldLink';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { factsOf } from '../shared/form/words';
import { time } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { AsKnown, onThatDay } from './AsKnown';
import { DisclosureHistory } from './DisclosureHistory';
import { relationshipLabels } from './labels';
import { texts } from './texts';

const Chain = lazy(() => import('../shared/chain/Chain'));

/** A relationship as the carrier holds it, or held it on a day of the past. */
export default function DisclosedRelationshipDetails() {
  const { relationshipId } = useParams({ from: '/inside/disclosed-relationships/$relationshipId' });
  const { tab = 'details', asOf } = useSearch({ from: '/inside/disclosed-relationships/$relationshipId' });
  const go = useNavigate({ from: '/disclosed-relationships/$relationshipId' });
  const codes = useCodes();
  const read = useQuery({
    queryKey: ['disclosed-relationship', relationshipId, asOf],
    queryFn: () => api.disclosedRelationships.getDisclosedRelationship({ relationshipId, asOf }),
  });
  if (!read.data) {
    return (
      <>
        <AsKnown />
        <Awaited error={read.error} retry={() => void read.refetch()} />
      </>
    );
  }
  const { relationship, ...disclosed } = read.data;
  return (
    <Page
      title={relationship.legalName}
      mark={<Badge>{codes.label('RelationshipStatus', relationship.status)}</Badge>}
      intro={[relationship.reference, disclosed.agency.name, codes.labels('TpmoFunction', relationship.functions)].join(' · ')}
      above={{ label: texts.register, to: onThatDay('/disclosed-relationships', asOf) }}
      actions={asOf === undefined && <HoldLink objectKind="RELATIONSHIP" objectId={relationshipId} reference={relationship.reference} />}
    >
      <AsKnown />
      <Tabs value={tab} onChange={(next) => void go({ search: (before) => ({ ...before, tab: next ?? 'details' }), replace: true })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{texts.details}</Tabs.Tab>
          <Tabs.Tab value="history">{texts.history}</Tabs.Tab>
          <Tabs.Tab value="chain">{texts.chain}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details">
          <Facts
            facts={[
              [texts.disclosedAt, time(disclosed.disclosedAt)],
              [
                texts.submission,
                <PathLink key="submission" to={`/submissions/${disclosed.submissionId}`}>
                  {disclosed.submissionReference}
                </PathLink>,
              ],
              [texts.submissionStatus, codes.label('SubmissionStatus', disclosed.submissionStatus)],
              [texts.receipt, disclosed.receiptNumber],
              ...factsOf(rules, relationshipLabels, codes, relationship),
              [texts.voidBecause, relationship.voidReason],
            ]}
          />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <DisclosureHistory
            queryKey={['disclosed-relationship', relationshipId, 'history']}
            list={(cursor, init) => api.disclosedRelationships.listDisclosedRelationshipHistory({ relationshipId, cursor }, init)}
          />
        </Tabs.Panel>
        <Tabs.Panel value="chain">
          <Suspense fallback={<Awaited />}>
            <Chain relationshipId={relationshipId} agency={disclosed.agency.name} asOf={asOf} addressOf={(id) => onThatDay(`/disclosed-relationships/${id}?tab=chain`, asOf)} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
