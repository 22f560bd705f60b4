import { Badge } from '@mantine/core';
import { contractWords } from '../agency/contract';
import { api, type Carrier } from '../api';
import { texts as policyTexts } from '../policy/texts';
import { ListView } from '../shared/list/ListView';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { texts } from './texts';

/** The carriers that the agency reports to. */
export default function Carriers() {
  const list = useList<Carrier>(['carriers', 'list'], (_cursor, init) => api.directory.listCarriers(init));
  return (
    <Page title={texts.title} intro={texts.intro}>
      <ListView
        name={texts.title}
        list={list}
        rowId={(row) => row.id}
        empty={<Empty>{texts.empty}</Empty>}
        columns={[
          { accessor: 'name', title: texts.name, render: (row) => <PathLink to={`/carriers/${row.id}`}>{row.name}</PathLink> },
          { accessor: 'contract', title: texts.contract, render: (row) => contractWords(row.contract) },
          { accessor: 'contract.inForce', title: texts.inForce, render: (row) => <Badge>{row.contract?.inForce ? texts.inForce : texts.notInForce}</Badge> },
          {
            accessor: 'policy',
            title: texts.due,
            render: ({ policy }) => (policy.incidentDueDay === 'LAST_DAY' ? policyTexts.lastDay : policyTexts.dayOfNext(policy.incidentDueDay)),
          },
        ]}
      />
    </Page>
  );
}
