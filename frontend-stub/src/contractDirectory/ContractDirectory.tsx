import { Alert, Button, FileInput, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, type Contract } from '../api';
import { Facts } from '../shared/Facts';
import { day, number, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Awaited, Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useMay } from '../shared/user';
import { texts } from './texts';

function Upload() {
  const go = useNavigate();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: (chosen: File) => api.contractDirectory.importContractDirectory({ file: chosen, idempotencyKey: crypto.randomUUID() }),
    onSuccess: ({ id: directoryImportId }) => {
      void queries.invalidateQueries({ queryKey: ['contract-directory'] });
      void go({ to: '/contract-directory/uploads/$directoryImportId', params: { directoryImportId } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) upload.mutate(file);
  };
  return (
    <form onSubmit={submit} aria-label={texts.upload}>
      <ProblemAlert error={upload.error} />
      <Group align="flex-end" gap="xs">
        <FileInput w={360} maw="100%" label={texts.upload} description={texts.uploadHelp} accept=".csv,.xlsx" value={file} onChange={setFile} clearable clearButtonProps={{ 'aria-label': texts.remove }} />
        <Button type="submit" variant="default" loading={upload.isPending} disabled={!file}>
          {texts.send}
        </Button>
      </Group>
    </form>
  );
}

/** The directory in use, its contracts, and how the next month's file is loaded. */
export default function ContractDirectory() {
  const may = useMay();
  const [search] = useFilters<{ q?: string; number?: string }>();
  const read = useQuery({ queryKey: ['contract-directory', 'current'], queryFn: () => api.contractDirectory.getContractDirectory({}) });
  const list = useList<Contract>(['contract-directory', 'contracts', search], (cursor, init) => api.contractDirectory.listContracts({ ...search, cursor }, init));
  if (!read.data) return <Awaited error={read.error} retry={() => void read.refetch()} />;
  const { loaded, fileName, contractCount, loadedAt, loadedBy, contentSha256 } = read.data;
  return (
    <Page title={texts.title} intro={texts.intro} actions={<PathLink to="/contract-directory/uploads">{texts.uploads}</PathLink>}>
      {loaded ? (
        <Facts
          facts={[
            [texts.file, fileName],
            [texts.contracts, contractCount !== undefined && number(contractCount)],
            [texts.loaded, loadedAt && texts.by(time(loadedAt), loadedBy ?? '')],
            [texts.checksum, contentSha256],
          ]}
        />
      ) : (
        <Alert variant="outline">{texts.notLoaded}</Alert>
      )}
      {may('importContractDirectory') && <Upload />}
      {loaded && (
        <ListView
          name={texts.contracts}
          list={list}
          rowId={(row) => row.number}
          filters={[
            { kind: 'words', name: 'number', label: texts.beginning },
            { kind: 'words', name: 'q', label: texts.words },
          ]}
          empty={<Empty>{texts.noContracts}</Empty>}
          columns={[
            { accessor: 'number', title: texts.number, noWrap: true },
            { accessor: 'legalName', title: texts.legalName },
            { accessor: 'marketingName', title: texts.marketingName },
            { accessor: 'parentOrganization', title: texts.parentOrganization },
            { accessor: 'organizationType', title: texts.organizationType },
            { accessor: 'planType', title: texts.planType },
            { accessor: 'effectiveDate', title: texts.effective, noWrap: true, render: (row) => row.effectiveDate && day(row.effectiveDate) },
          ]}
        />
      )}
    </Page>
  );
}
