import { Alert, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, download, type RevealRequest } from '../api';
import { rules } from '../api/generated/rules/RevealRequest';
import { useAgencyOptions } from '../shared/agencies';
import { save } from '../shared/files';
import { Field } from '../shared/form/Field';
import { FormBody } from '../shared/form/FormPage';
import { useContractForm } from '../shared/form/useContractForm';
import { bodyOf } from '../shared/form/values';
import { Page } from '../shared/Page';
import { texts as shared } from '../shared/texts';
import { texts } from './texts';

type Format = 'XLSX' | 'CSV';

/** The separate right to free text as it was disclosed, for a reason that is recorded each time. */
export default function UnredactedExport() {
  const agencies = useAgencyOptions();
  const form = useContractForm({ rules });
  const [period, setPeriod] = useState('');
  const [agencyId, setAgency] = useState<string | null>(null);
  const [format, setFormat] = useState<Format>('XLSX');
  const fetch = useMutation({
    mutationFn: async () => {
      const revealRequest = bodyOf<RevealRequest>(form.form.values);
      save(await download(api.disclosedIncidents.exportUnredactedDisclosedIncidentsRaw({ revealRequest, format, ...(period ? { period } : {}), ...(agencyId ? { agencyId } : {}) })));
    },
    onError: form.show,
  });
  return (
    <Page title={texts.export} intro={texts.exportIntro}>
      <FormBody form={form} labels={texts.revealLabels} submitLabel={shared.download} isSending={fetch.isPending} error={fetch.error} onSubmit={() => fetch.mutate()}>
        <Stack maw={520}>
          {fetch.isSuccess && (
            <Alert variant="outline" role="status">
              {texts.exportDone}
            </Alert>
          )}
          <Field form={form} pointer="/reason" label={texts.reason} />
          <TextInput type="month" label={texts.period} value={period} onChange={(event) => setPeriod(event.currentTarget.value)} />
          <Select label={texts.agency} placeholder={shared.anything} data={agencies} value={agencyId} onChange={setAgency} searchable clearable clearButtonProps={{ 'aria-label': `${texts.agency}: ${shared.anything}` }} />
          <Select label={texts.format} data={['XLSX', 'CSV']} value={format} onChange={(value) => setFormat((value ?? 'XLSX') as Format)} allowDeselect={false} />
        </Stack>
      </FormBody>
    </Page>
  );
}
