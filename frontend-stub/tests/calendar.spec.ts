import { Person } from './carrier';
import { expect, expectGood, signIn, test } from './upline';

interface Month {
  period: string;
  carrier: { name: string };
  why: string;
}

const CARRIER = 'Granite Mutual Medicare';
const DAY_MS = 86_400_000;
// The month before that of two days ago: it is over wherever a carrier is.
const recently = new Date(Date.now() - 2 * DAY_MS);
const before = new Date(Date.UTC(recently.getUTCFullYear(), recently.getUTCMonth() - 1, 1));
const period = before.toISOString().slice(0, 7);
const words = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(before);

test('the calendar tells what each carrier is owed, and a month without incidents is declared', async ({ page, baseURL }) => {
  const attester = await Person.signIn(baseURL as string, 'attester@bluemesa.example');
  const read = async () => (await attester.call<{ items: Month[] }>('GET', `/v1/reporting-periods?fromPeriod=${period}`)).value.items;
  const months = await read();
  expect(new Set(months.map(({ carrier }) => carrier.name)).size).toBeGreaterThan(1);

  await signIn(page, 'attester@bluemesa.example', '/calendar');
  await page.getByLabel('From').fill(period);
  await expect(page).toHaveURL(new RegExp(`fromPeriod=${period}`));
  const calendar = page.getByRole('region', { name: 'Calendar' });
  for (const { carrier, why } of months) await expect(calendar.getByRole('row').filter({ hasText: carrier.name }).filter({ hasText: why }).first()).toBeVisible();
  const row = calendar.getByRole('row').filter({ hasText: words }).filter({ hasText: CARRIER });
  await expect(row).toContainText('America/Chicago');
  await expectGood(page, 'calendar');

  await row.getByRole('button', { name: /^Declare that there was nothing/ }).click();
  const dialog = page.getByRole('dialog', { name: `Nothing to report to ${CARRIER} for ${words}` });
  await dialog.getByRole('button', { name: 'Sign and submit' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Your title' })).toHaveAccessibleDescription(/at least|2 to 100 characters/);
  await expectGood(page, 'nil-declaration');
  await dialog.getByRole('textbox', { name: 'Your title' }).fill('Compliance Officer');
  await dialog.getByRole('textbox', { name: 'Why it is late' }).fill('It is declared with the work of this month.');
  await dialog.getByRole('checkbox', { name: 'I make this statement' }).check();
  await dialog.getByRole('button', { name: 'Sign and submit' }).click();
  await expect(page.getByRole('heading', { name: /^Receipt RCP-/ })).toBeVisible();
  await expectGood(page, 'nil-receipt');

  await page.goto(`/calendar?fromPeriod=${period}`);
  const declared = (await read()).find((month) => month.period === period && month.carrier.name === CARRIER) as Month;
  await expect(row).toContainText(declared.why);
  await expect(row).toContainText('Declared: nothing');
  await expect(row.getByRole('button')).toBeHidden();
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'Declared: nothing' }).click();
  await expect(page).toHaveURL(/status=NIL_DECLARED/);
  await expect(row).toBeVisible();
  await expectGood(page, 'calendar-declared');
});
