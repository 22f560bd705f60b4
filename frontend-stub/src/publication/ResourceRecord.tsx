import { Button, Title } from '@mantine/core';
import { api, download, type ResourceContent, type ResourceReading } from '../api';
import { useDownload } from '../shared/files';
import { bytes, day, time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Empty } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { texts } from './texts';

/** What a resource said at which time, and who has read it; for its carrier. */
export function ResourceRecord({ resourceId }: { resourceId: string }) {
  const file = useDownload();
  const versions = useList<ResourceContent>(['resource', resourceId, 'versions'], (cursor, init) => api.resources.listResourceVersions({ resourceId, cursor }, init));
  const readings = useList<ResourceReading>(['resource', resourceId, 'readings'], (cursor, init) => api.resources.listResourceReadings({ resourceId, cursor }, init));
  return (
    <>
      <Title order={2} size="h4">
        {texts.versions}
      </Title>
      <ProblemAlert error={file.error} />
      <ListView
        name={texts.versions}
        list={versions}
        rowId={(row) => String(row.version)}
        empty={<Empty>{texts.noVersion}</Empty>}
        columns={[
          { accessor: 'version', title: texts.version },
          { accessor: 'effectiveFrom', title: texts.effective, noWrap: true, render: (row) => day(row.effectiveFrom) },
          { accessor: 'effectiveTo', title: texts.contentLabels['/effectiveTo'], noWrap: true, render: (row) => row.effectiveTo && day(row.effectiveTo) },
          { accessor: 'publishedAt', title: texts.publishedAt, render: (row) => texts.by(row.publishedBy ?? '', time(row.publishedAt)) },
          {
            accessor: 'file',
            title: texts.file,
            render: (row) =>
              row.file && (
                <Button size="compact-sm" variant="default" loading={file.isPending} onClick={() => file.mutate(() => download(api.resources.downloadResourceFileRaw({ resourceId, resourceVersion: row.version })))}>
                  {`${texts.download} (${bytes(row.file.bytes)})`}
                </Button>
              ),
          },
        ]}
      />
      <Title order={2} size="h4">
        {texts.readings}
      </Title>
      <ListView
        name={texts.readings}
        list={readings}
        rowId={(row) => row.agency.id + row.by + row.version}
        empty={<Empty>{texts.readingsEmpty}</Empty>}
        columns={[
          { accessor: 'agency.name', title: texts.agency },
          { accessor: 'by', title: texts.person },
          { accessor: 'version', title: texts.version },
          { accessor: 'readAt', title: texts.readAt, noWrap: true, render: (row) => time(row.readAt) },
          { accessor: 'downloadedAt', title: texts.downloadedAt, noWrap: true, render: (row) => row.downloadedAt && time(row.downloadedAt) },
        ]}
      />
    </>
  );
}
