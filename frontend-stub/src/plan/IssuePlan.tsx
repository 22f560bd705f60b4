import { Button, Fieldset, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, isProblem, type CorrectiveActionPlanDraft } from '../api';
import { useAgencyOptions } from '../shared/agencies';
import { Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useKey } from '../shared/useKey';
import { texts } from './texts';

interface Row {
  key: string;
  title: string;
  owner: string;
  dueDate: string;
}

const newRow = (): Row => ({ key: crypto.randomUUID(), title: '', owner: '', dueDate: '' });

/** Only what was entered: of what is missing the API says that it is. */
const given = (body: object) => Object.fromEntries(Object.entries(body).filter(([, value]) => value.length > 0));

/** Asks an agency for corrective actions; every fault stands at its field. */
export default function IssuePlan() {
  const begun = useSearch({ from: '/inside/corrective-action-plans/new' });
  const go = useNavigate();
  const queries = useQueryClient();
  const keyOf = useKey();
  const agencies = useAgencyOptions();
  const [agencyId, setAgencyId] = useState(begun.agencyId ?? '');
  const [title, setTitle] = useState('');
  const [rows, setRows] = useState<Row[]>(() => [newRow()]);
  const issue = useMutation({
    mutationFn: () => {
      const correctiveActionPlanDraft = given({
        agencyId,
        title: title.trim(),
        incidentIds: begun.incidentId ? [begun.incidentId] : [],
        actionItems: rows.map((row) => given({ title: row.title.trim(), owner: row.owner.trim(), dueDate: row.dueDate })),
      }) as CorrectiveActionPlanDraft;
      return api.correctiveActionPlans.issueCorrectiveActionPlan({ correctiveActionPlanDraft, idempotencyKey: keyOf(correctiveActionPlanDraft) });
    },
    onSuccess: (plan) => {
      for (const queryKey of [['plans'], ['work']]) void queries.invalidateQueries({ queryKey });
      void go({ to: '/corrective-action-plans/$planId', params: { planId: plan.id } });
    },
  });
  const fault = (pointer: string) => (isProblem(issue.error) ? issue.error.errorsAt(pointer)[0]?.message : undefined);
  const change = (key: string, part: Partial<Row>) => setRows((before) => before.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issue.mutate();
  };
  return (
    <Page title={texts.issueTitle} intro={texts.issueIntro} above={{ label: texts.title, to: '/corrective-action-plans' }}>
      <form onSubmit={submit} noValidate>
        <Stack maw={820}>
          <ProblemAlert error={issue.error} />
          <Select label={texts.agency} withAsterisk data={agencies} value={agencyId || null} onChange={(value) => setAgencyId(value ?? '')} error={fault('/agencyId')} searchable />
          <TextInput label={texts.name} withAsterisk value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={fault('/title')} />
          {rows.map((row, index) => (
            <Fieldset key={row.key} legend={texts.item(index + 1)}>
              <Stack>
                <TextInput label={texts.itemTitle} withAsterisk value={row.title} onChange={(event) => change(row.key, { title: event.currentTarget.value })} error={fault(`/actionItems/${index}/title`)} />
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  <TextInput label={texts.itemOwner} withAsterisk value={row.owner} onChange={(event) => change(row.key, { owner: event.currentTarget.value })} error={fault(`/actionItems/${index}/owner`)} />
                  <TextInput
                    type="date"
                    label={texts.dueOn}
                    withAsterisk
                    value={row.dueDate}
                    onChange={(event) => change(row.key, { dueDate: event.currentTarget.value })}
                    error={fault(`/actionItems/${index}/dueDate`)}
                  />
                </SimpleGrid>
                {rows.length > 1 && (
                  <Button w="fit-content" size="compact-sm" variant="default" onClick={() => setRows((before) => before.filter((other) => other.key !== row.key))}>
                    {texts.removeItem(index + 1)}
                  </Button>
                )}
              </Stack>
            </Fieldset>
          ))}
          <Group>
            <Button type="submit" loading={issue.isPending}>
              {texts.issue}
            </Button>
            <Button variant="default" onClick={() => setRows((before) => [...before, newRow()])}>
              {texts.addItem}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
