import { discloseChange, takeTour } from './carrier';
import { expect, expectGood, signIn, test } from './upline';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ baseURL }) => {
  test.setTimeout(300_000);
  await takeTour(baseURL as string);
});

test('a carrier returns with a comment at a field, the agency resubmits, and the carrier acknowledges', async ({ browser, baseURL }) => {
  test.setTimeout(300_000);
  const upline = baseURL as string;
  const { submission, relationship } = await discloseChange(upline, 'harborline.example', 'Summit Peak Health', () => ({ contact: { email: 'desk@first.example' } }));
  const open = async (email: string, to: string) => {
    const page = await (await browser.newContext({ baseURL: upline, locale: 'en-US' })).newPage();
    await signIn(page, email, to);
    return page;
  };
  const analyst = await open('analyst@summitpeak.example', '/queue');
  await expect(analyst.getByRole('link', { name: submission.reference })).toBeVisible();
  await expectGood(analyst, 'queue');
  await analyst.getByRole('link', { name: submission.reference }).click();

  const row = analyst.getByRole('listitem').filter({ hasText: relationship.reference });
  await expect(row.getByText('desk@first.example')).toBeVisible();
  await row.getByRole('button', { name: 'Comment on Contact e-mail' }).click();
  await analyst.getByRole('textbox', { name: 'Your comment' }).fill('Please give the address of a person.');
  await analyst.getByRole('dialog').getByRole('button', { name: 'Comment' }).click();
  await expect(analyst.getByRole('dialog')).toBeHidden();
  await expect(row.getByRole('row', { name: /Contact e-mail/ })).toContainText('Please give the address of a person.');
  await row.getByRole('button', { name: 'Show the whole record' }).click();
  await expect(row.getByRole('row', { name: /Legal name/ })).toBeVisible();
  await row.getByRole('button', { name: 'Show only what changed' }).click();
  await expectGood(analyst, 'review');
  await analyst.getByRole('button', { name: 'Return for correction' }).click();
  await analyst.getByRole('textbox', { name: 'Message' }).fill('See the comment.');
  await analyst.getByRole('dialog').getByRole('button', { name: 'Return for correction' }).click();
  await expect(analyst.getByRole('dialog')).toBeHidden();

  const reporter = await open('reporter@harborline.example', `/submissions/${submission.id}?tab=remarks`);
  await reporter.getByRole('listitem').filter({ hasText: 'Please give' }).getByRole('link').click();
  await reporter.getByRole('link', { name: 'Edit' }).click();
  await reporter.getByRole('textbox', { name: 'Contact e-mail' }).fill('pat@first.example');
  await reporter.getByRole('button', { name: 'Save' }).click();
  await expect(reporter.getByRole('tab', { name: 'History' })).toBeVisible();
  await reporter.goto(`/submissions/${submission.id}`);
  await reporter.getByRole('button', { name: 'Take in the newest changes' }).click();
  await reporter.getByRole('dialog').getByRole('button', { name: 'Take in the newest changes' }).click();
  await expect(reporter.getByRole('dialog')).toBeHidden();
  const attester = await open('attester@harborline.example', `/submissions/${submission.id}/attest`);
  await attester.getByRole('textbox', { name: 'Your title' }).fill('Compliance Officer');
  await attester.getByRole('checkbox', { name: 'I make this statement' }).check();
  await attester.getByRole('button', { name: 'Sign and submit' }).click();
  await expect(attester.getByRole('heading', { name: /Receipt RCP-/ })).toBeVisible();

  const reviewer = await open('reviewer@summitpeak.example', `/submissions/${submission.id}`);
  await reviewer.getByRole('combobox', { name: 'Changed since it was returned' }).click();
  await reviewer.getByRole('option', { name: 'Yes' }).click();
  await expect(reviewer).toHaveURL(/changedSinceReturn=true/);
  await expect(reviewer.getByText('pat@first.example')).toBeVisible();
  await expect(reviewer.getByText('Please give the address of a person.')).toBeVisible();
  await reviewer.goto('/queue');
  await reviewer.getByRole('checkbox', { name: `Select ${submission.reference}` }).check();
  await reviewer.getByRole('button', { name: 'Acknowledge 1 selected' }).click();
  await reviewer.getByRole('dialog').getByRole('button', { name: 'Acknowledge 1 submission' }).click();
  await expect(reviewer.getByRole('dialog')).toBeHidden();
  await expect(reviewer.getByRole('link', { name: submission.reference })).toBeHidden();
  await reviewer.goto(`/submissions/${submission.id}`);
  await expect(reviewer.getByText('Accepted by the carrier').first()).toBeVisible();
  await reviewer.getByRole('button', { name: 'Undo the acknowledgement' }).click();
  await reviewer.getByRole('textbox', { name: 'Message' }).fill('It was the wrong one.');
  await reviewer.getByRole('dialog').getByRole('button', { name: 'Undo the acknowledgement' }).click();
  await expect(reviewer.getByRole('button', { name: 'Acknowledge', exact: true })).toBeVisible();
});

test('the keys lead through the queue', async ({ page, baseURL }) => {
  const { submission } = await discloseChange(baseURL as string, 'bluemesa.example', 'Summit Peak Health', () => ({ contact: { email: 'office@second.example' } }));
  await signIn(page, 'analyst@summitpeak.example', '/queue');
  await page.getByRole('link', { name: /^SUB-/ }).first().click();
  await expect(page.getByText('1 of 2 in the queue')).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { name: submission.reference, level: 1 })).toBeVisible();
  await expect(page.getByText('2 of 2 in the queue')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('1 of 2 in the queue')).toBeVisible();
});

test('the register and the incidents of a day of the past say so, and lead to that day', async ({ page }) => {
  await signIn(page, 'auditor@summitpeak.example', '/disclosed-relationships');
  await expect(page.getByRole('link', { name: /^REL-/ }).first()).toBeVisible();
  await expectGood(page, 'disclosed-relationships');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(new Date());
  await page.getByLabel('As known on').fill(today);
  await expect(page).toHaveURL(new RegExp(`asOf=${today}`));
  await expect(page.getByRole('status').filter({ hasText: 'As known on' })).toBeVisible();
  await page.getByRole('link', { name: /^REL-/ }).first().click();
  await expect(page).toHaveURL(new RegExp(`asOf=${today}`));
  await expect(page.getByRole('tab', { name: 'Disclosures' })).toBeVisible();
  await expectGood(page, 'disclosed-relationship');
  await page.getByRole('tab', { name: 'Disclosures' }).click();
  await expect(page.getByRole('link', { name: /^SUB-/ }).first()).toBeVisible();
  await page.getByRole('tab', { name: 'Chain' }).click();
  await page.getByRole('region', { name: 'Chain' }).getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`asOf=${today}`));
  await expect(page.getByRole('tab', { name: 'Chain', selected: true })).toBeVisible();
  await expectGood(page, 'disclosed-chain');
  await page.goto('/disclosed-relationships?asOf=2020-01-01');
  await expect(page.getByText('Nothing matches these filters.')).toBeVisible();
  await expectGood(page, 'disclosed-relationships-past');
  await page.goto('/disclosed-incidents');
  await expect(page.getByRole('link', { name: /^INC-/ }).first()).toBeVisible();
  await expectGood(page, 'disclosed-incidents');
});

test('an incident is assigned, found on, decided and closed', async ({ page }) => {
  await signIn(page, 'reviewer@summitpeak.example', '/triage');
  await expect(page.getByRole('link', { name: /^INC-/ }).first()).toBeVisible();
  await expectGood(page, 'triage');
  await page.getByRole('link', { name: /^INC-/ }).first().click();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Assign' }).click();
  await dialog.getByRole('combobox', { name: 'Given to' }).click();
  await page.getByRole('option', { name: 'Analyst' }).click();
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Analyst', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await dialog.getByRole('button', { name: 'Review', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Decide' })).toBeVisible();
  await expectGood(page, 'triage-item');
  await page.getByRole('tab', { name: 'Findings' }).click();
  await page.getByRole('button', { name: 'Add a finding' }).click();
  await dialog.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Request' }).click();
  await dialog.getByLabel('Yes').check();
  await dialog.getByRole('textbox', { name: 'Text' }).fill('Which script was used?');
  await dialog.getByRole('button', { name: 'Add a finding' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Which script was used?')).toBeVisible();
  await expectGood(page, 'findings');
  await page.getByRole('button', { name: 'Decide' }).click();
  await dialog.getByRole('combobox', { name: 'Conclusion' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('textbox', { name: 'Why' }).fill('The recording shows it.');
  await dialog.getByRole('button', { name: 'Decide' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('tab', { name: 'Steps taken' }).click();
  await expect(page.getByText('The recording shows it.')).toBeVisible();
  await expectGood(page, 'triage-course');
});
