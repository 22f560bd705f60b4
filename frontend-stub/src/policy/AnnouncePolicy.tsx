import { Alert, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, type ReportingPolicy, type ReportingPolicyDraft } from '../api';
import { rules } from '../api/generated/rules/ReportingPolicyDraft';
import { Field } from '../shared/form/Field';
import { FormBody, Section } from '../shared/form/FormPage';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { day, month } from '../shared/format';
import { Awaited, Page } from '../shared/Page';
import { useKey } from '../shared/useKey';
import { useUser } from '../shared/user';
import { texts } from './texts';

const fields = Object.keys(texts.labels) as (keyof typeof texts.labels)[];

/** What the API says of these terms; nothing as long as they are not complete, or not possible. */
function Preview({ effectiveFrom, incidentDueDay }: { effectiveFrom: string; incidentDueDay: string }) {
  const preview = useQuery({
    queryKey: ['policy-preview', effectiveFrom, incidentDueDay],
    queryFn: () => api.reportingPolicies.previewReportingPolicy({ reportingPolicyPreviewDraft: { effectiveFrom, incidentDueDay } }),
    enabled: effectiveFrom !== '' && incidentDueDay !== '',
    retry: false,
  });
  const months = preview.data?.months ?? [];
  return (
    <Alert variant="outline" title={texts.preview}>
      <Text size="sm" mb="xs">
        {months.length === 0 ? texts.previewMissing : texts.previewIntro}
      </Text>
      {months.length > 0 && (
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.month}</Table.Th>
              <Table.Th scope="col">{texts.due}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {months.map(({ period, dueDate }) => (
              <Table.Tr key={period}>
                <Table.Th scope="row" fw={400}>
                  {month(period)}
                </Table.Th>
                <Table.Td>{day(dueDate)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Alert>
  );
}

function AnnounceForm({ carrierId, last }: { carrierId: string; last: Partial<ReportingPolicy> }) {
  const go = useNavigate();
  const queries = useQueryClient();
  const keyOf = useKey();
  const form = useContractForm({ rules, record: { ...last, effectiveFrom: undefined, reminderDays: last.reminderDays?.map(String) }, draft: 'policy' });
  const announce = useMutation({
    mutationFn: () => {
      const { reminderDays, ...body } = bodyOf<Omit<ReportingPolicyDraft, 'reminderDays'> & { reminderDays?: string[] }>(form.form.values);
      const reportingPolicyDraft: ReportingPolicyDraft = { ...body, ...(reminderDays ? { reminderDays: reminderDays.map(Number) } : {}) };
      return api.reportingPolicies.announceReportingPolicy({ carrierId, reportingPolicyDraft, idempotencyKey: keyOf(reportingPolicyDraft) });
    },
    onSuccess: () => {
      form.forget();
      void queries.invalidateQueries({ queryKey: ['policies'] });
      void go({ to: '/policies' });
    },
    onError: form.show,
  });
  const { values } = form.form;
  return (
    <FormBody
      form={form}
      labels={texts.labels}
      submitLabel={texts.announce}
      isSending={announce.isPending}
      error={announce.error}
      onSubmit={() => announce.mutate()}
      onCancel={() => {
        form.forget();
        void go({ to: '/policies' });
      }}
    >
      <Stack>
        <Section legend={texts.title}>
          {fields.map((pointer) => (
            <Field key={pointer} form={form} pointer={pointer} label={texts.labels[pointer]} />
          ))}
        </Section>
        <Preview effectiveFrom={String(values['/effectiveFrom'] ?? '')} incidentDueDay={String(values['/incidentDueDay'] ?? '')} />
      </Stack>
    </FormBody>
  );
}

/** Announces the next policy, beginning with what the last one says. */
export default function AnnouncePolicy() {
  const carrierId = useUser().organization.id;
  const policies = useQuery({ queryKey: ['policies', carrierId], queryFn: () => api.reportingPolicies.listReportingPolicies({ carrierId }) });
  return (
    <Page title={texts.announce} intro={texts.intro} above={{ label: texts.title, to: '/policies' }}>
      {policies.data ? <AnnounceForm carrierId={carrierId} last={policies.data.items[0]?.policy ?? {}} /> : <Awaited error={policies.error} retry={() => void policies.refetch()} />}
    </Page>
  );
}
