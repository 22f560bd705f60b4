import { Badge, Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, tagged, type LegalHold, type LegalHoldRelease, type ListLegalHoldsRequest } from '../api';
import { rules } from '../api/generated/rules/LegalHoldRelease';
import { ActionDialog } from '../shared/ActionDialog';
import { useCodes } from '../shared/codes';
import { time } from '../shared/format';
import { ListView } from '../shared/list/ListView';
import { useFilters } from '../shared/list/useFilters';
import { useList } from '../shared/list/useList';
import { Empty, Page } from '../shared/Page';
import { PathLink } from '../shared/PathLink';
import { useKey } from '../shared/useKey';
import { useMay, useUser } from '../shared/user';
import { addressOfHeld } from './held';
import { texts } from './texts';

/** What may not be purged, why, and since when. */
export default function LegalHolds() {
  const may = useMay();
  const user = useUser();
  const codes = useCodes();
  const queries = useQueryClient();
  const keyOf = useKey();
  const [search] = useFilters<{ state?: string; objectKind?: string }>();
  const [releasing, setReleasing] = useState<LegalHold>();
  const list = useList<LegalHold>(['legal-holds', search], (cursor, init) => api.legalHolds.listLegalHolds({ ...(search as ListLegalHoldsRequest), cursor }, init));
  const release = async (legalHoldId: string, legalHoldRelease: LegalHoldRelease) => {
    const { etag } = await tagged(api.legalHolds.getLegalHoldRaw({ legalHoldId }));
    return api.legalHolds.releaseLegalHold({ legalHoldId, ifMatch: etag, legalHoldRelease, idempotencyKey: keyOf([legalHoldId, etag, legalHoldRelease]) });
  };
  const place = may('placeLegalHold') && (
    <Button component={Link} to="/legal-holds/new">
      {texts.place}
    </Button>
  );
  return (
    <Page title={texts.title} intro={texts.intro} actions={place}>
      <ListView
        name={texts.title}
        list={list}
        rowId={(row) => row.id}
        filters={[
          { kind: 'code', name: 'state', label: texts.state, codes: 'LegalHoldState' },
          { kind: 'code', name: 'objectKind', label: texts.kind, codes: 'LegalHoldKind' },
        ]}
        empty={<Empty>{texts.empty}</Empty>}
        columns={[
          { accessor: 'objectReference', title: texts.object, noWrap: true, render: (row) => <PathLink to={addressOfHeld(row.objectKind, row.objectId, user)}>{row.objectReference}</PathLink> },
          { accessor: 'objectKind', title: texts.kind, render: (row) => codes.label('LegalHoldKind', row.objectKind) },
          { accessor: 'state', title: texts.state, noWrap: true, width: 120, render: (row) => <Badge>{codes.label('LegalHoldState', row.state)}</Badge> },
          { accessor: 'reason', title: texts.reason },
          { accessor: 'placedAt', title: texts.placed, render: (row) => texts.by(time(row.placedAt), row.placedBy) },
          {
            accessor: 'releasedAt',
            title: texts.released,
            render: (row) =>
              row.releasedAt
                ? texts.releasedBecause(time(row.releasedAt), row.releasedBy ?? '', row.releaseReason ?? '')
                : may('releaseLegalHold') && (
                    <Button size="compact-sm" variant="default" aria-label={texts.releaseOf(row.objectReference)} onClick={() => setReleasing(row)}>
                      {texts.release}
                    </Button>
                  ),
          },
        ]}
      />
      {releasing && (
        <ActionDialog<LegalHoldRelease>
          title={texts.releaseOf(releasing.objectReference)}
          intro={texts.releaseIntro}
          danger
          rules={rules}
          labels={texts.releaseLabels}
          send={(body) => release(releasing.id, body)}
          onClose={() => setReleasing(undefined)}
          onDone={() => {
            setReleasing(undefined);
            void queries.invalidateQueries({ queryKey: ['legal-holds'] });
          }}
        />
      )}
    </Page>
  );
}
