import { Alert, Badge, Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, tagged, type Operation, type User, type WorkAssignment } from '../api';
import { addressOf } from '../shared/addresses';
import { useCodes } from '../shared/codes';
import { Facts } from '../shared/Facts';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Awaited, Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { useMay, useUser } from '../shared/user';
import { StepDialog, type Step } from './StepDialog';
import { texts } from './texts';

const STEPS: readonly [Step, Operation, (user: User) => boolean][] = [
  ['roles', 'replaceUserRoles', ({ status }) => status === 'ACTIVE'],
  ['handOver', 'handOverWork', () => true],
  ['secondFactor', 'disableUserSecondFactor', ({ secondFactor }) => secondFactor],
  ['disable', 'disableUser', ({ status }) => status === 'ACTIVE'],
  ['enable', 'enableUser', ({ status }) => status === 'DISABLED'],
];

function OpenWork({ userId }: { userId: string }) {
  const codes = useCodes();
  const user = useUser();
  const list = useList<WorkAssignment>(['person', userId, 'work'], (cursor, init) => api.workAssignments.listWorkAssignments({ assigneeId: userId, cursor }, init));
  const nameOf = (row: WorkAssignment) => row.reference ?? codes.label('AssignableKind', row.subjectKind);
  // A finding stands on its incident, whose id is not told here.
  const toOf = (row: WorkAssignment) => (row.subjectKind === 'FINDING' ? undefined : addressOf({ kind: row.subjectKind, id: row.subjectId }, user));
  return (
    <>
      <Title order={2} size="h4">
        {texts.openWork}
      </Title>
      <ListView
        name={texts.openWork}
        list={list}
        rowId={(row) => row.subjectId}
        empty={<Empty>{texts.openWorkEmpty}</Empty>}
        columns={[
          {
            accessor: 'reference',
            title: texts.reference,
            render: (row) => {
              const to = toOf(row);
              return to ? <PathLink to={to}>{nameOf(row)}</PathLink> : nameOf(row);
            },
          },
          { accessor: 'subjectKind', title: texts.subject, render: (row) => codes.label('AssignableKind', row.subjectKind) },
          { accessor: 'assignedBy', title: texts.givenBy },
          { accessor: 'assignedAt', title: texts.givenAt, noWrap: true, render: (row) => row.assignedAt && time(row.assignedAt) },
        ]}
      />
    </>
  );
}

/** One of the organization's people, what is given to that person, and what an administrator can do about the account. */
export default function PersonDetails() {
  const { userId } = useParams({ from: '/inside/people/$userId' });
  const may = useMay();
  const codes = useCodes();
  const [step, setStep] = useState<Step>();
  const [said, setSaid] = useState<{ words: string; to?: string }>();
  const read = useQuery({ queryKey: ['person', userId, 'details'], queryFn: () => tagged(api.users.getUserRaw({ userId })) });
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { value } = read.data;
  return (
    <Page
      title={value.name}
      mark={<Badge>{codes.label('UserStatus', value.status)}</Badge>}
      above={{ label: texts.title, to: '/people' }}
      actions={STEPS.filter(([, operation, fits]) => may(operation) && fits(value)).map(([name]) => (
        <Button key={name} variant="default" onClick={() => setStep(name)}>
          {texts.steps[name]}
        </Button>
      ))}
    >
      {said && (
        <Alert variant="outline" role="status" title={said.words}>
          {said.to && <PathLink to={said.to}>{texts.toRoleChanges}</PathLink>}
        </Alert>
      )}
      <Facts
        facts={[
          [texts.email, value.email],
          [texts.roles, codes.labels('Role', value.roles)],
          [texts.secondFactor, value.secondFactor ? shared.yes : shared.no],
          [texts.since, time(value.createdAt)],
          [texts.lastSignIn, value.lastSignInAt && time(value.lastSignInAt)],
        ]}
      />
      <OpenWork userId={userId} />
      {step && (
        <StepDialog
          step={step}
          read={read.data}
          onClose={() => setStep(undefined)}
          onDone={(words, to) => {
            setStep(undefined);
            setSaid(words ? { words, ...(to ? { to } : {}) } : undefined);
          }}
        />
      )}
    </Page>
  );
}
