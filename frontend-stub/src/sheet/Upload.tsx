import '@mantine/dropzone/styles.css';
import { Alert, Badge, Button, Progress, Text, Title } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { SheetImport } from '../api';
import { useCodes } from '../shared/codes';
import { useDownload } from '../shared/files';
import { number, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { ProblemAlert } from '../shared/ProblemAlert';
import { INCIDENTS, RELATIONSHIPS, type SheetKind } from './kinds';
import { texts } from './texts';

const MOST_BYTES = 10 * 1024 * 1024;
const TYPES = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'text/csv': ['.csv'],
};

function Upload({ kind }: { kind: SheetKind }) {
  const router = useRouter();
  const codes = useCodes();
  const queries = useQueryClient();
  const template = useDownload();
  const [isRefused, setRefused] = useState(false);
  const earlier = useList<SheetImport>(['imports', kind.name], kind.list);
  const upload = useMutation({
    mutationFn: (file: File) => kind.upload(file, crypto.randomUUID()),
    onSuccess: (uploaded) => {
      queries.setQueryData(['import', kind.name, uploaded.value.id], uploaded);
      void queries.invalidateQueries({ queryKey: ['imports', kind.name] });
      void router.navigate({ href: `${kind.home}/uploads/${uploaded.value.id}` });
    },
  });
  return (
    <Page
      title={texts.uploadTitle}
      intro={texts.uploadIntro}
      above={{ label: kind.label, to: kind.home }}
      actions={
        <Button variant="default" loading={template.isPending} onClick={() => template.mutate(kind.template)}>
          {texts.template}
        </Button>
      }
    >
      <Dropzone
        maxFiles={1}
        multiple={false}
        maxSize={MOST_BYTES}
        accept={TYPES}
        disabled={upload.isPending}
        onDrop={([file]) => {
          setRefused(false);
          if (file) upload.mutate(file);
        }}
        onReject={() => setRefused(true)}
        inputProps={{ 'aria-label': texts.dropLabel }}
        aria-label={texts.drop}
      >
        <Text ta="center" py="xl">
          {texts.drop}
        </Text>
      </Dropzone>
      {upload.isPending && (
        <Alert variant="outline" role="status" title={texts.checking}>
          <Progress value={100} animated aria-label={texts.checking} />
        </Alert>
      )}
      {isRefused && (
        <Alert color="red" variant="outline" role="alert">
          {texts.tooBig}
        </Alert>
      )}
      <ProblemAlert error={upload.error ?? template.error} />
      <Title order={2} size="h4">
        {texts.earlier}
      </Title>
      <ListView
        name={texts.earlier}
        list={earlier}
        rowId={(row) => row.id}
        empty={<Empty>{texts.noEarlier}</Empty>}
        columns={[
          { accessor: 'fileName', title: texts.file, render: (row) => <PathLink to={`${kind.home}/uploads/${row.id}`}>{row.fileName}</PathLink> },
          { accessor: 'uploadedAt', title: texts.when, noWrap: true, render: (row) => time(row.uploadedAt) },
          { accessor: 'uploadedBy', title: texts.by },
          { accessor: 'status', title: texts.status, render: (row) => <Badge>{codes.label('ImportStatus', row.status)}</Badge> },
          { accessor: 'rows', title: texts.rows, textAlign: 'right', render: (row) => number(row.rows) },
          { accessor: 'errorCount', title: texts.faults, textAlign: 'right', render: (row) => number(row.errorCount) },
        ]}
      />
    </Page>
  );
}

export const UploadRelationships = () => <Upload kind={RELATIONSHIPS} />;
export const UploadIncidents = () => <Upload kind={INCIDENTS} />;
