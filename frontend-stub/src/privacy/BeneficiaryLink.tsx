import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../shared/user';
import { texts } from './texts';

/** Leads from an incident to whom it happened to. */
export function BeneficiaryLink({ incidentId }: { incidentId: string }) {
  const may = useMay();
  return may('getIncidentBeneficiary') ? (
    <Button variant="default" component={Link} to={`/beneficiaries/${incidentId}`}>
      {texts.link}
    </Button>
  ) : null;
}
