import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, download, type Submission, type SubmissionKind, type SubmissionSort, type SubmissionStatus } from '../api';
import { useCarriers } from '../shared/carriers';
import { useCodes } from '../shared/codes';
import { DownloadButton } from '../shared/DownloadButton';
import { month, time } from '../shared/format';
import type { Filter } from '../shared/list/Filters';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts as shared } from '../shared/texts';
import { useMay, useUser } from '../shared/user';
import type { FILTERS } from './routes';
import { contentsOf } from './contents';
import { texts } from './texts';

type Search = { [name in (typeof FILTERS)[number]]?: string };

const filtered = ({ status, kind, sort, ...others }: Search) => ({
  ...others,
  status: status as SubmissionStatus | undefined,
  kind: kind as SubmissionKind | undefined,
  sort: sort as SubmissionSort | undefined,
});

export default function Submissions() {
  const may = useMay();
  const user = useUser();
  const codes = useCodes();
  const isCarrier = user.organization.kind === 'CARRIER';
  const carriers = useCarriers();
  const [search] = useFilters<Search>();
  const list = useList<Submission>(['submissions', search], (cursor, init) =>
    api.submissions.listSubmissions({ ...filtered(search), cursor, includeTotal: cursor === undefined }, init),
  );
  const filters: Filter[] = [
    { kind: 'code', name: 'status', label: texts.status, codes: 'SubmissionStatus' },
    { kind: 'choice', name: 'kind', label: texts.kind, options: Object.entries(texts.kinds).map(([value, label]) => ({ value, label })) },
    { kind: 'month', name: 'period', label: texts.period },
    ...(isCarrier
      ? [{ kind: 'words' as const, name: 'upline', label: shared.upline }]
      : [{ kind: 'choice' as const, name: 'carrierId', label: texts.carrier, options: carriers.data?.items.map((one) => ({ value: one.id, label: one.name })) ?? [] }]),
    { kind: 'code', name: 'sort', label: texts.sort, codes: 'SubmissionSort' },
  ];
  const prepare = may('createSubmission') && (
    <Button component={Link} to="/submissions/new">
      {texts.prepare}
    </Button>
  );
  return (
    <Page
      title={texts.title}
      intro={texts.intro}
      actions={
        <>
          {list.items.length > 0 && <DownloadButton file={(format) => download(api.submissionFiles.exportSubmissionsRaw({ ...filtered(search), format }))} />}
          {prepare}
        </>
      }
    >
      <ListView
        name={texts.title}
        list={list}
        filters={filters}
        rowId={(row) => row.id}
        empty={<Empty action={prepare}>{isCarrier ? texts.empty : texts.emptyAgency}</Empty>}
        columns={[
          { accessor: 'reference', title: texts.reference, noWrap: true, render: (row) => <PathLink to={`/submissions/${row.id}`}>{row.reference}</PathLink> },
          { accessor: 'kind', title: texts.kind, render: (row) => texts.kinds[row.kind] },
          { accessor: 'period', title: texts.period, noWrap: true, render: (row) => row.period && month(row.period) },
          isCarrier ? { accessor: 'agency', title: texts.agency, render: (row) => row.agency.name } : { accessor: 'carrier', title: texts.carrier, render: (row) => row.carrier.name },
          { accessor: 'counts', title: texts.contents, render: contentsOf },
          { accessor: 'submittedAt', title: texts.submittedAt, noWrap: true, render: (row) => row.submittedAt && time(row.submittedAt) },
          { accessor: 'status', title: texts.status, render: (row) => <Badge title={codes.label('SubmissionStatus', row.status)}>{codes.label('SubmissionStatus', row.status)}</Badge> },
        ]}
      />
    </Page>
  );
}
