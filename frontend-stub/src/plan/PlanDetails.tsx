import { Badge, Button, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, tagged, type PlanEvent, type PlanItem } from '../api';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { day, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Awaited, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useUser } from '../shared/user';
import { AssignWork } from '../work/AssignWork';
import { PlanItemCard } from './PlanItemCard';
import { isStep, StepDialog, type Step } from './StepDialog';
import { texts } from './texts';

/** A plan with its items, and what happened to it. */
export default function PlanDetails() {
  const { planId } = useParams({ from: '/inside/corrective-action-plans/$planId' });
  const user = useUser();
  const codes = useCodes();
  const [taking, setTaking] = useState<{ step: Step; item?: PlanItem }>();
  const read = useQuery({ queryKey: ['plan', planId, 'details'], queryFn: () => tagged(api.correctiveActionPlans.getCorrectiveActionPlanRaw({ planId })) });
  const events = useList<PlanEvent>(['plan', planId, 'events'], (cursor, init) => api.correctiveActionPlans.listPlanEvents({ planId, cursor }, init));
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value } = read.data;
  const isCarrier = user.organization.kind === 'CARRIER';
  const home = isCarrier ? '/triage' : '/incidents';
  return (
    <Page
      title={value.reference}
      mark={
        <>
          <Badge>{codes.label('PlanState', value.state)}</Badge>
          {value.overdue && <Badge>{texts.overdue}</Badge>}
        </>
      }
      intro={[value.title, isCarrier ? value.agency.name : value.carrier.name].join(' · ')}
      above={{ label: texts.title, to: '/corrective-action-plans' }}
      actions={
        <>
          {value.endedAt === undefined && <AssignWork subjectKind="CORRECTIVE_ACTION_PLAN" subjectId={planId} />}
          {value.possibleActions.filter(isStep).map((step) => (
            <Button key={step} variant={step === 'CLOSE' ? 'filled' : 'default'} onClick={() => setTaking({ step })}>
              {texts.steps[step]}
            </Button>
          ))}
        </>
      }
    >
      <Facts
        facts={[
          [texts.issued, texts.by(time(value.issuedAt), value.issuedBy)],
          [texts.ended, value.endedAt && time(value.endedAt)],
          [texts.endMessage, value.endMessage],
          [
            texts.incidents,
            value.incidents.length > 0 && (
              <Group key="incidents" gap="xs">
                {value.incidents.map((incident) => (
                  <PathLink key={incident.incidentId} to={`${home}/${incident.incidentId}`}>
                    {incident.incidentReference}
                  </PathLink>
                ))}
              </Group>
            ),
          ],
        ]}
      />
      <Title order={2} size="h4">
        {texts.items}
      </Title>
      <Stack component="ul" gap="xs" p={0} m={0}>
        {value.actionItems.map((item) => (
          <PlanItemCard key={item.id} planId={planId} item={item} onStep={(step) => setTaking({ step, item })} />
        ))}
      </Stack>
      <Title order={2} size="h4">
        {texts.history}
      </Title>
      <ListView
        name={texts.history}
        list={events}
        rowId={(row) => row.at + row.action + (row.itemId ?? '')}
        empty={null}
        columns={[
          { accessor: 'at', title: texts.at, noWrap: true, render: (row) => time(row.at) },
          { accessor: 'action', title: texts.step, render: (row) => codes.label('PlanAction', row.action) },
          { accessor: 'itemId', title: texts.items, render: (row) => value.actionItems.find((item) => item.id === row.itemId)?.title },
          { accessor: 'by', title: texts.person },
          {
            accessor: 'message',
            title: texts.message,
            render: (row) => [row.dueDateBefore && row.dueDate && texts.changedDue(day(row.dueDateBefore), day(row.dueDate)), row.message].filter(Boolean).join(' · '),
          },
        ]}
      />
      {taking && <StepDialog step={taking.step} item={taking.item} read={read.data} onClose={() => setTaking(undefined)} />}
    </Page>
  );
}
