import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, tagged, type BeneficiaryDraft, type BeneficiaryMatch, type Reveal, type RevealedBeneficiary, type RevealRequest } from '../api';
import { rules as draftRules } from '../api/generated/rules/BeneficiaryDraft';
import { rules as revealRules } from '../api/generated/rules/RevealRequest';
import { ActionDialog } from '../shared/ActionDialog';
import { addressOf } from '../shared/addresses';
import { Facts } from '../shared/Facts';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Awaited, Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { useMay, useUser } from '../shared/user';
import { texts } from './texts';

function Reveals({ incidentId }: { incidentId: string }) {
  const list = useList<Reveal>(['beneficiary', incidentId, 'reveals'], (cursor, init) => api.beneficiaries.listBeneficiaryReveals({ incidentId, cursor }, init));
  return (
    <>
      <Title order={2} size="h4">
        {texts.reveals}
      </Title>
      <ListView
        name={texts.reveals}
        list={list}
        rowId={(row) => row.at + row.by}
        empty={<Empty>{texts.revealsEmpty}</Empty>}
        columns={[
          { accessor: 'by', title: texts.person },
          { accessor: 'at', title: texts.at, noWrap: true, render: (row) => time(row.at) },
          { accessor: 'reason', title: texts.reason },
        ]}
      />
    </>
  );
}

function Matches({ incidentId }: { incidentId: string }) {
  const list = useList<BeneficiaryMatch>(['beneficiary', incidentId, 'matches'], (cursor, init) => api.beneficiaries.listBeneficiaryMatches({ incidentId, cursor }, init));
  if (list.items.length === 0) return null;
  return (
    <>
      <Title order={2} size="h4">
        {texts.matches}
      </Title>
      <Group gap="md">
        {list.items.map((match) => (
          <PathLink key={match.incidentId} to={`/incidents/${match.incidentId}`}>
            {match.incidentReference}
          </PathLink>
        ))}
      </Group>
    </>
  );
}

type Step = 'record' | 'remove' | 'reveal';

/** Whom an incident happened to: masked for all, in clear for a privacy officer with a reason, and who has looked. */
export default function BeneficiaryPage() {
  const { incidentId } = useParams({ from: '/inside/beneficiaries/$incidentId' });
  const may = useMay();
  const user = useUser();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>();
  // Never in the cache of the queries: it is gone with the dialog.
  const [revealed, setRevealed] = useState<RevealedBeneficiary>();
  const read = useQuery({ queryKey: ['beneficiary', incidentId, 'masked'], queryFn: () => tagged(api.beneficiaries.getIncidentBeneficiaryRaw({ incidentId })) });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value, etag } = read.data;
  const dialog = {
    onClose: () => setStep(undefined),
    onDone: async () => {
      // The next step begins from what is there now.
      await queries.invalidateQueries({ queryKey: ['beneficiary', incidentId] });
      setStep(undefined);
    },
  };
  const incident = may('listIncidents') || may('getDisclosedIncident') ? addressOf({ kind: 'INCIDENT', id: incidentId }, user) : undefined;
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      {...(incident ? { above: { label: texts.incident, to: incident } } : {})}
      actions={
        <>
          {value.recorded && may('removeIncidentBeneficiary') && (
            <Button variant="default" onClick={() => setStep('remove')}>
              {texts.remove}
            </Button>
          )}
          {may('recordIncidentBeneficiary') && (
            <Button variant="default" onClick={() => setStep('record')}>
              {value.recorded ? texts.replace : texts.record}
            </Button>
          )}
          {value.recorded && may('revealIncidentBeneficiary') && <Button onClick={() => setStep('reveal')}>{texts.reveal}</Button>}
        </>
      }
    >
      {value.recorded ? (
        <Facts
          facts={[
            [texts.name, value.maskedName],
            [texts.mbi, value.maskedMbi],
            [texts.shared, value.shareWithCarrier ? shared.yes : shared.no],
            [texts.changed, value.changedAt && time(value.changedAt)],
          ]}
        />
      ) : (
        <Empty>{texts.nothing}</Empty>
      )}
      {may('listBeneficiaryMatches') && <Matches incidentId={incidentId} />}
      {may('listBeneficiaryReveals') && <Reveals incidentId={incidentId} />}
      {step === 'record' && (
        <ActionDialog<BeneficiaryDraft>
          {...dialog}
          title={value.recorded ? texts.replace : texts.record}
          intro={texts.recordIntro}
          rules={draftRules}
          labels={texts.labels}
          initial={{ shareWithCarrier: value.shareWithCarrier }}
          send={(beneficiaryDraft) => api.beneficiaries.recordIncidentBeneficiary({ incidentId, ifMatch: etag, beneficiaryDraft })}
        />
      )}
      {step === 'remove' && (
        <ActionDialog {...dialog} title={texts.remove} intro={texts.removeIntro} danger send={() => api.beneficiaries.removeIncidentBeneficiary({ incidentId, ifMatch: etag })} />
      )}
      {step === 'reveal' && (
        <ActionDialog<RevealRequest>
          {...dialog}
          // It changes nothing that is shown, and what it shows stands before the page.
          onDone={() => {
            setStep(undefined);
            void queries.invalidateQueries({ queryKey: ['beneficiary', incidentId] });
          }}
          title={texts.reveal}
          intro={texts.revealIntro}
          rules={revealRules}
          labels={texts.revealLabels}
          send={async (revealRequest) => setRevealed(await api.beneficiaries.revealIncidentBeneficiary({ incidentId, revealRequest }))}
        />
      )}
      {revealed && (
        <Modal opened onClose={() => setRevealed(undefined)} title={texts.revealed}>
          <Stack>
            <Facts
              facts={[
                [texts.name, revealed.fullName],
                [texts.mbi, revealed.mbi],
              ]}
            />
            <Text size="sm" c="dimmed">
              {texts.revealedAt(time(revealed.revealedAt))}
            </Text>
            <Button w="fit-content" onClick={() => setRevealed(undefined)}>
              {shared.close}
            </Button>
          </Stack>
        </Modal>
      )}
    </Page>
  );
}
