import { Button, Menu } from '@mantine/core';
import { useEffect } from 'react';
import type { Download } from '../api';
import { useDownload } from './files';
import { ProblemAlert } from './ProblemAlert';
import { texts } from './texts';

/** Downloads what a list shows, as a workbook or as CSV. */
export function DownloadButton({ file }: { file: (format: 'XLSX' | 'CSV') => Promise<Download> }) {
  const download = useDownload();
  const { error } = download;
  useEffect(() => {
    if (!error) return;
    void import('@mantine/notifications').then(({ notifications }) =>
      notifications.show({ message: <ProblemAlert error={error} />, autoClose: false, withBorder: true }),
    );
  }, [error]);
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" loading={download.isPending}>
          {texts.download}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['XLSX', 'CSV'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => download.mutate(() => file(format))}>
            {format}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
