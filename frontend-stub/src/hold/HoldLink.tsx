import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { LegalHoldKind } from '../api';
import { useMay } from '../shared/user';
import { texts } from './texts';

/** Leads from a record to where it is put under a legal hold. */
export function HoldLink({ objectKind, objectId, reference }: { objectKind: LegalHoldKind; objectId: string; reference: string }) {
  const may = useMay();
  return may('placeLegalHold') ? (
    <Button variant="default" component={Link} to="/legal-holds/new" search={{ objectKind, objectId, reference } as never}>
      {texts.place}
    </Button>
  ) : null;
}
