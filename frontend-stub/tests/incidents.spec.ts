import { expect, expectGood, signIn, test } from './upline';

const DAY_MS = 86_400_000;
// Two days back, so that it is the past wherever a carrier is.
const recently = new Date(Date.now() - 2 * DAY_MS).toISOString().slice(0, 10);
const FILE = { name: 'coaching.txt', mimeType: 'text/plain', buffer: Buffer.from('The desk was coached on the script.') };

test('a month of incidents is recorded, corrected, signed, and received by the carrier', async ({ browser, baseURL }) => {
  test.setTimeout(600_000);
  const person = async (email: string, to: string) => {
    const page = await (await browser.newContext({ baseURL: baseURL as string, locale: 'en-US' })).newPage();
    await signIn(page, email, to);
    return page;
  };
  const name = `Night desk ${Date.now()}`;
  const reporter = await person('reporter@bluemesa.example', '/incidents/new');
  const dialog = reporter.getByRole('dialog');
  const choose = async (label: string, option: string) => {
    await reporter.getByRole('combobox', { name: label, exact: true }).click();
    await reporter.getByRole('option', { name: option, exact: true }).click();
  };
  const answer = (question: string, word: string) => reporter.getByRole('radiogroup', { name: question }).getByLabel(word, { exact: true }).check();
  const description = reporter.getByRole('textbox', { name: 'Description' });

  await choose('Carrier', 'Granite Mutual Medicare');
  await choose('Kind', 'Violation of a requirement');
  await answer('Associated with a beneficiary interaction?', 'Yes');
  await choose('Type', 'Unlicensed staff');
  await reporter.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await answer('Incident date unknown?', 'Yes');
  await reporter.getByLabel('Discovery date').fill(recently);
  await choose('State', 'Arizona');
  await choose('Channel', 'Inbound call');
  await choose('Source', 'Call monitoring');
  await choose('Primary category', 'TPMO disclaimer missing');
  await reporter.getByRole('textbox', { name: 'Beneficiaries affected' }).fill('1');
  await answer('Potential beneficiary harm?', 'No');
  await answer('Enrollment affected?', 'No');
  await description.fill('Not read.');
  await reporter.getByRole('button', { name: 'Save' }).click();
  await expect(reporter.getByRole('alert')).toContainText('One entry needs correction');
  await expect(reporter.getByRole('alert')).toBeInViewport();
  await expect(description).toHaveAccessibleDescription(/at least 20/);
  await expectGood(reporter, 'incident-form');
  await reporter.getByRole('alert').getByRole('button', { name: 'Description' }).click();
  await expect(description).toBeFocused();

  await description.fill('The disclaimer was not read; the caller can be reached at 602-555-0143.');
  await reporter.getByRole('button', { name: 'Save' }).click();
  await expect(reporter.getByRole('heading', { name: /^INC-/, level: 1 })).toBeVisible();
  const reference = (await reporter.getByRole('heading', { level: 1 }).textContent()) as string;
  await expect(reporter.getByRole('status').filter({ hasText: 'Saved, but look at this once more' })).toContainText(/phone number/);
  await expectGood(reporter, 'incident-warning');
  await reporter.getByRole('link', { name: 'Edit' }).click();
  await description.fill('The disclaimer was not read within the first minute of the call.');
  await reporter.getByRole('button', { name: 'Save' }).click();
  await expect(reporter.getByRole('tab', { name: 'History' })).toBeVisible();
  await expect(reporter.getByText('Saved, but look at this once more')).toBeHidden();

  await reporter.getByRole('tab', { name: 'Disciplinary actions (0)' }).click();
  await reporter.getByRole('button', { name: 'Record a disciplinary action' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('2 entries need correction');
  await expect(dialog.getByRole('alert')).toBeInViewport();
  await expectGood(reporter, 'disciplinary-action');
  await dialog.getByRole('combobox', { name: 'Action' }).click();
  await reporter.getByRole('option', { name: 'Coaching' }).click();
  await dialog.getByLabel('Decided on').fill(recently);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(reporter.getByRole('tab', { name: 'Disciplinary actions (1)' })).toBeVisible();
  await expect(reporter.getByText('Coaching')).toBeVisible();
  await expectGood(reporter, 'incident-actions');

  await reporter.getByRole('tab', { name: 'Files (0)' }).click();
  await reporter.locator('input[type="file"]').setInputFiles(FILE);
  await choose('Kind', 'Record of a disciplinary action');
  await reporter.getByRole('textbox', { name: 'What it shows' }).fill('The coaching');
  await reporter.getByRole('button', { name: 'Attach a file' }).click();
  await expect(reporter.getByRole('tab', { name: 'Files (1)' })).toBeVisible();
  await expect(reporter.getByText('The coaching')).toBeVisible();
  await expectGood(reporter, 'incident-files');

  await reporter.goto('/incidents');
  await reporter.getByRole('searchbox', { name: 'Name, number or reference' }).fill(name);
  await expect(reporter.getByRole('status').filter({ hasText: '1 of 1 shown' })).toBeVisible();
  await choose('Severity', 'Low');
  await expect(reporter).toHaveURL(/severity=LOW/);
  await expect(reporter.getByRole('link', { name: reference })).toBeVisible();
  await expectGood(reporter, 'incidents');

  // The same person and category once more: what is recorded already is told while one types.
  await reporter.getByRole('link', { name: 'Record an incident' }).click();
  await expect(reporter.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('');
  await reporter.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await choose('Primary category', 'TPMO disclaimer missing');
  const same = reporter.getByRole('status').filter({ hasText: 'These may be the same incident' });
  await expect(same).toBeVisible();
  await expectGood(reporter, 'incident-duplicate');
  await same.getByRole('link', { name: new RegExp(reference) }).click();
  await expect(reporter.getByRole('heading', { name: reference, level: 1 })).toBeVisible();

  await reporter.goto('/submissions/new');
  await reporter.getByRole('radio', { name: 'Incidents' }).check();
  await choose('Carrier', 'Granite Mutual Medicare');
  await reporter.getByLabel('Month').fill(recently.slice(0, 7));
  await reporter.getByRole('button', { name: 'Make the draft' }).click();
  await expect(reporter.getByRole('listitem').filter({ hasText: reference })).toContainText(name);
  await expectGood(reporter, 'incident-draft');
  const address = new URL(reporter.url()).pathname;

  const attester = await person('attester@bluemesa.example', `${address}/attest`);
  await expect(attester.getByRole('listitem').filter({ hasText: reference })).toBeVisible();
  await attester.getByRole('button', { name: 'Sign and submit' }).click();
  await expect(attester.getByRole('textbox', { name: 'Your title' })).toHaveAccessibleDescription(/at least|2 to 100 characters/);
  await expectGood(attester, 'attest-incidents');
  await attester.getByRole('textbox', { name: 'Your title' }).fill('Compliance Officer');
  await attester.getByRole('checkbox', { name: 'I make this statement' }).check();
  await attester.getByRole('button', { name: 'Sign and submit' }).click();
  await expect(attester.getByRole('heading', { name: /Receipt RCP-/ })).toBeVisible();
  const receipt = (await attester.getByRole('heading', { level: 1 }).textContent())?.replace('Receipt ', '') as string;
  await expect(attester.getByText('Compliance Officer')).toBeVisible();

  const reviewer = await person('reviewer@granitemutual.example', '/queue');
  await reviewer.getByRole('row', { name: /Blue Mesa.*Incidents/ }).filter({ has: reviewer.locator(`a[href="${address}"]`) }).getByRole('link').click();
  await expect(reviewer.getByText(receipt)).toBeVisible();
  await expect(reviewer.getByRole('listitem').filter({ hasText: reference })).toContainText(name);
  await reviewer.goto('/triage');
  await reviewer.getByRole('link', { name: reference }).click();
  await expect(reviewer.getByRole('heading', { name: reference, level: 1 })).toBeVisible();
  await expect(reviewer.getByText('The disclaimer was not read within the first minute of the call.')).toBeVisible();
  await expectGood(reviewer, 'triage-received');
});
