import { Badge, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { api, type Resource } from '../api';
import { useCodes } from '../shared/codes';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useMay } from '../shared/user';
import { useSections } from './sections';
import { texts } from './texts';

/** What carriers publish for their agencies, section by section. */
export default function Resources() {
  const codes = useCodes();
  const [search] = useFilters<{ q?: string; sectionId?: string }>();
  const may = useMay();
  const sections = useSections();
  const list = useList<Resource>(['resources', search], (cursor, init) => api.resources.listResources({ ...search, cursor }, init));
  return (
    <Page
      title={texts.resources}
      intro={texts.resourcesIntro}
      actions={
        may('createResource') && (
          <>
            <Button variant="default" component={Link} to="/resources/sections">
              {texts.sections}
            </Button>
            <Button component={Link} to="/resources/new">
              {texts.newResource}
            </Button>
          </>
        )
      }
    >
      <ListView
        name={texts.resources}
        list={list}
        filters={[
          { kind: 'words', name: 'q', label: texts.words },
          { kind: 'choice', name: 'sectionId', label: texts.section, options: sections.options },
        ]}
        rowId={(row) => row.id}
        empty={<Empty>{texts.resourcesEmpty}</Empty>}
        columns={[
          { accessor: 'title', title: texts.title, render: (row) => <PathLink to={`/resources/${row.id}`}>{row.title}</PathLink> },
          { accessor: 'sectionId', title: texts.section, render: (row) => sections.words(row.sectionId) },
          { accessor: 'kind', title: texts.kind, render: (row) => codes.label('ResourceKind', row.kind) },
          { accessor: 'carrier.name', title: texts.carrier },
          { accessor: 'retiredAt', title: texts.state, render: (row) => row.retiredAt && <Badge>{texts.retired}</Badge> },
        ]}
      />
    </Page>
  );
}
