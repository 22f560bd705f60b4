import { Person, takeTour } from './carrier';
import { expect, expectGood, signIn, test } from './upline';

interface Disclosed {
  items: { incident: { id: string; reference: string }; agency: { id: string; name: string } }[];
}

const FILE = { name: 'script.txt', mimeType: 'text/plain', buffer: Buffer.from('The approved script.') };
let incident: Disclosed['items'][number];

test.beforeAll(async ({ baseURL }) => {
  test.setTimeout(300_000);
  await takeTour(baseURL as string);
  const reviewer = await Person.signIn(baseURL as string, 'reviewer@summitpeak.example');
  const { value } = await reviewer.call<Disclosed>('GET', '/v1/disclosed-incidents');
  incident = value.items.find(({ agency }) => /Harborline/.test(agency.name)) as Disclosed['items'][number];
});

test('an agency reads what its carriers ask, and what mails name is found', async ({ page }) => {
  await signIn(page, 'reporter@harborline.example', '/carriers');
  await page.getByRole('link', { name: /Summit Peak/ }).click();
  await expect(page.getByRole('heading', { name: 'Reporting policies' })).toBeVisible();
  await expect(page.getByText('In force').first()).toBeVisible();
  await expectGood(page, 'carrier');
  await page.goto('/carriers');
  await expect(page.getByRole('link', { name: /Summit Peak/ })).toBeVisible();
  await expectGood(page, 'carriers');
  for (const [mailed, heading] of [['/work', 'Work'], ['/reporting-periods', 'Calendar']] as const) {
    await page.goto(mailed);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
  }
});

test('a carrier follows a mail about an incident to its triage', async ({ page }) => {
  await signIn(page, 'reviewer@summitpeak.example', `/incidents/${incident.incident.id}`);
  await expect(page).toHaveURL(/\/triage\//);
  await expect(page.getByRole('heading', { name: incident.incident.reference, level: 1 })).toBeVisible();
});

test('a beneficiary is recorded, masked for all, and shown to a privacy officer for a reason', async ({ page, browser, baseURL }) => {
  await signIn(page, 'reporter@harborline.example', `/incidents/${incident.incident.id}`);
  await page.getByRole('link', { name: 'Beneficiary' }).click();
  await page.getByRole('button', { name: /^Record / }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Jordan Example');
  await dialog.getByRole('radio', { name: 'Yes' }).check();
  await dialog.getByRole('button', { name: /^Record / }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Remove it' })).toBeVisible();
  await expect(page.getByText('Jordan Example')).toBeHidden();
  const other = await browser.newContext({ baseURL: baseURL as string, locale: 'en-US' });
  const officer = await other.newPage();
  await signIn(officer, 'privacy-officer@harborline.example', `/beneficiaries/${incident.incident.id}`);
  await officer.getByRole('button', { name: 'Show in clear' }).click();
  const asked = officer.getByRole('dialog');
  await asked.getByRole('textbox', { name: 'Why' }).fill('The carrier asked about complaint 17.');
  await asked.getByRole('button', { name: 'Show in clear' }).click();
  await expect(officer.getByText('Jordan Example')).toBeVisible();
  await officer.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(officer.getByText('Jordan Example')).toBeHidden();
  await expect(officer.getByRole('cell', { name: 'The carrier asked about complaint 17.' }).first()).toBeVisible();
  await expectGood(officer, 'beneficiary');
  await other.close();
});

test('a privacy officer of a carrier takes the unredacted export for a reason', async ({ page }) => {
  await signIn(page, 'privacy-officer@summitpeak.example', '/unredacted-export');
  await page.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectGood(page, 'unredacted-export');
  await page.getByRole('textbox', { name: 'Why' }).fill('Subpoena 2026-4.');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).click()]);
  expect(await file.failure()).toBeNull();
});

test('an agency answers a finding, and gives evidence with a file for a plan', async ({ page, baseURL }) => {
  const reviewer = await Person.signIn(baseURL as string, 'reviewer@summitpeak.example');
  const text = `When was the script approved? ${Date.now()}`;
  await reviewer.call('POST', `/v1/incidents/${incident.incident.id}/findings`, { kind: 'REQUEST', visibleToAgency: true, text });
  const dueDate = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const plan = await reviewer.call<{ id: string }>('POST', '/v1/corrective-action-plans', {
    agencyId: incident.agency.id,
    title: 'Scripts are approved before use',
    actionItems: [{ title: 'Send the approved script', owner: 'Compliance', dueDate }],
  });
  await signIn(page, 'reporter@harborline.example', `/incidents/${incident.incident.id}?tab=findings`);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: `Answer to: ${text}` }).click();
  await dialog.getByRole('textbox', { name: 'Answer' }).fill('In January.');
  await dialog.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByText('In January.').first()).toBeVisible();
  await expectGood(page, 'answered-finding');
  await page.goto(`/corrective-action-plans/${plan.value.id}`);
  await page.getByRole('button', { name: 'Give to a colleague' }).click();
  await dialog.getByRole('combobox', { name: 'Given to' }).click();
  await page.getByRole('option', { name: 'Reporter' }).click();
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /^Attach a file/ }).click();
  await dialog.locator('input[type="file"]').setInputFiles(FILE);
  await dialog.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('textbox', { name: 'What it shows' }).fill('The approved script');
  await dialog.getByRole('button', { name: 'Attach a file' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /The approved script/ })).toBeVisible();
  await page.getByRole('button', { name: /^Submit evidence/ }).click();
  await dialog.getByRole('textbox', { name: 'What was done' }).fill('It is approved and attached.');
  await dialog.getByRole('button', { name: 'Submit evidence' }).click();
  await expect(page.getByText('It is approved and attached.').first()).toBeVisible();
  await expectGood(page, 'agency-plan');
});
