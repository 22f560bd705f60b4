import { Alert, Button, Stack, Text } from '@mantine/core';
import { day } from '../shared/format';
import { useFilters } from '../shared/list/useFilters';
import { texts } from './texts';

type Search = { asOf?: string };

/** Says that a page shows a day of the past, so that nobody takes it for today. */
export function AsKnown() {
  const [{ asOf }, set] = useFilters<Search>();
  if (!asOf) return null;
  return (
    <Alert variant="outline" role="status" title={texts.asKnown(day(asOf))}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{texts.asKnownDetail}</Text>
        <Button size="compact-sm" variant="default" className="no-print" onClick={() => set({ asOf: undefined })}>
          {texts.today}
        </Button>
      </Stack>
    </Alert>
  );
}

/** The address of something on the day that is being looked at. */
export const onThatDay = (address: string, asOf: string | undefined): string => (asOf ? `${address}${address.includes('?') ? '&' : '?'}asOf=${asOf}` : address);
