import { Badge, Button, Group, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, tagged, type AgencyAction, type AgencyProfile, type Operation } from '../api';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { day, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Awaited, Page } from '../shared/Page';
import { Places, type Place } from '../shared/Places';
import { useMay, useUser } from '../shared/user';
import { contractWords } from './contract';
import { StepDialog, type Step } from './StepDialog';
import { texts } from './texts';

/** What the state of the contract decides is offered when the API says that it is possible. */
const STEPS: readonly [Step, Operation, AgencyAction?][] = [
  ['invite', 'inviteAgencyAdministrator'],
  ['rename', 'changeAgency'],
  ['renew', 'renewAgencyContract', 'RENEW_CONTRACT'],
  ['end', 'endAgencyContract', 'END_CONTRACT'],
];

/** An agency, its contract, its names, and where its records are; to an agency itself, what it is called. */
export default function AgencyDetails() {
  const { agencyId } = useParams({ from: '/inside/agencies/$agencyId' });
  const may = useMay();
  const codes = useCodes();
  const isOwn = useUser().organization.id === agencyId;
  const [step, setStep] = useState<Step>();
  const read = useQuery({ queryKey: ['agency', agencyId, 'details'], queryFn: () => tagged(api.agencies.getAgencyRaw({ agencyId })) });
  const profiles = useList<AgencyProfile>(['agency', agencyId, 'profiles'], (cursor, init) => api.agencies.listAgencyProfiles({ agencyId, cursor }, init));
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value } = read.data;
  const places: Place[] = isOwn ? [] : [
    [texts.months, `/months?agencyId=${agencyId}`, 'getCarrierFigures'],
    [texts.register, `/disclosed-relationships?agencyId=${agencyId}`, 'listDisclosedRelationships'],
    [texts.incidents, `/disclosed-incidents?agencyId=${agencyId}`, 'listDisclosedIncidents'],
    [texts.submissions, `/submissions?agencyId=${agencyId}`, 'listSubmissions'],
  ];
  return (
    <Page
      title={value.name}
      mark={value.contract && <Badge>{value.contract.inForce ? texts.inForce : texts.notInForce}</Badge>}
      {...(isOwn ? {} : { above: { label: texts.title, to: '/agencies' } })}
      actions={STEPS.filter(([, operation, action]) => may(operation) && (!action || value.possibleActions?.includes(action))).map(([name]) => (
        <Button key={name} variant="default" onClick={() => setStep(name)}>
          {texts.steps[name]}
        </Button>
      ))}
    >
      <Places places={places} />
      <Facts
        facts={[
          [texts.npn, value.npn],
          [texts.level, codes.label('EntityType', value.level)],
          [texts.upline, value.uplineName],
          [texts.contract, contractWords(value.contract)],
          [texts.endReason, value.contract?.endReason],
        ]}
      />
      {profiles.items.length > 0 && (
        <Title order={2} size="h4">
          {texts.names}
        </Title>
      )}
      <ListView
        name={texts.names}
        list={profiles}
        rowId={(row) => row.effectiveFrom + row.recordedAt}
        empty={null}
        columns={[
          { accessor: 'effectiveFrom', title: texts.from, noWrap: true, render: (row) => day(row.effectiveFrom) },
          {
            accessor: 'name',
            title: texts.name,
            render: (row) => (
              <Group gap={4}>
                {row.name}
                {row.pending && <Badge>{texts.pending}</Badge>}
              </Group>
            ),
          },
          { accessor: 'level', title: texts.level, render: (row) => codes.label('EntityType', row.level) },
          { accessor: 'uplineName', title: texts.upline },
          { accessor: 'recordedAt', title: texts.recorded, noWrap: true, render: (row) => time(row.recordedAt) },
        ]}
      />
      {step && <StepDialog step={step} isOwn={isOwn} read={read.data} onClose={() => setStep(undefined)} />}
    </Page>
  );
}
