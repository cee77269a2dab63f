import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from './accessibility.ts';
import { authorize } from './authorize.ts';
import { openStage, PHONE, type Stage, whyNot } from './stage.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  if (whyNot !== undefined) return;
  stage = await openStage();
  page = await stage.signedIn('Dana');
}, 120_000);
afterAll(() => stage?.close());

const open = async (section: string) => {
  await page.goto('about:blank');
  await page.goto(`/billing-accounts/${stage.account}#${section}`);
};

describe.skipIf(whyNot !== undefined)('minutes', () => {
  test('each call opens to who called, its rate, and what was held and charged', async () => {
    await open('minutes');
    const movements = page.getByRole('table', { name: 'Movements' });
    const call = movements.getByRole('button', { name: 'Call out' }).first();
    await call.click();
    const text = await movements.locator('.opened').first().innerText();
    expect(text).toMatch(/Who\s+\S+ \S+\s+Number\s+\+1\d+/);
    expect(text).toMatch(/\$0\.0\d\d? a minute, /);
    expect(text).toMatch(/Held for it\s+\$\d/);
  }, 30_000);

  test('a number is looked up before it is called', async () => {
    await page.getByLabel('To the number').fill('+1 (212) 555-0123');
    await page.getByText(/^\$0\.03 a minute, by whole minutes/).waitFor();
    await page.getByText('10 s costs $0.03').waitFor();
    await page.getByLabel('To the number').fill('home');
    await page.getByText('Digits only, with the country’s code first').waitFor();
  }, 30_000);

  test('the burn-down is drawn with what is left at the usual pace', async () => {
    const card = page.getByRole('region', { name: 'Burn-down' });
    await card.getByText(/At \$\d+\.\d\d a day, \$.* lasts until about/).waitFor();
    await card.getByText('At the usual pace').waitFor();
    await card.getByText('Five days left').waitFor();
  }, 30_000);

  test('recharge is set up as the sentence that it comes to', async () => {
    await page.getByText(/By usage it would be: When below \$/).waitFor();
    await page.getByRole('button', { name: 'Set it up' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/At most in a billing period/).fill('800.00');
    const sentence =
      /^When below \$[\d.]+, about 5 days, buy \$[\d.]+, about 14 days, at most \$800\.00 a month/;
    await dialog.getByText(sentence).waitFor();
    await authorize(page, /^Save/);
    await page.getByRole('region', { name: 'Automatic recharge' }).getByText(sentence).waitFor();
  }, 30_000);
});

describe.skipIf(whyNot !== undefined)('ports', () => {
  test('what one more costs, and what it spares, stands beside the way to order it', async () => {
    await open('ports');
    const row = page.getByRole('table', { name: 'Other totals' }).getByRole('row', { name: /^4/ });
    expect(await row.innerText()).toMatch(/%\s+\+\$45\.00/);
    await row.getByRole('link', { name: 'Order 4' }).click();
    await page.getByRole('button', { name: /^Accept and pay \$/ }).waitFor();
    expect(await page.getByLabel('Total of Flex Port').inputValue()).toBe('4');
  }, 30_000);
});

describe.skipIf(whyNot !== undefined)('storage', () => {
  test('what is deleted can be restored until it is purged', async () => {
    await open('storage');
    const map = page.getByRole('region', { name: 'What takes the room' });
    await map.getByRole('listitem', { name: /^brochure-video-4k\.mp4, 1\.4 GB/ }).waitFor();
    const rows = page.getByRole('listitem').filter({ hasText: 'saves' });
    const recordings = rows.filter({ hasText: 'call recordings' });
    await recordings.getByRole('button', { name: 'Delete' }).click();
    await authorize(page, /^Delete$/);
    await page.getByText(/were deleted; they count until purged/).waitFor();
    const deleted = rows.filter({ hasText: 'Call recordings until purged' });
    await deleted.getByRole('button', { name: 'Restore' }).click();
    await authorize(page, /^Restore$/);
    await recordings.getByRole('button', { name: 'Delete' }).waitFor();
  }, 40_000);
});

describe.skipIf(whyNot !== undefined)('licenses', () => {
  test('the floor stands where a total is typed, and a decrease is undone in one place', async () => {
    await open('licenses');
    const crm = page.getByRole('listitem').filter({ hasText: 'CRM' }).first();
    expect(await crm.innerText()).toMatch(/at least 5 until \w+ \d+, \d{4}/);
    await page.getByRole('button', { name: 'Fewer Flex Port' }).click();
    await page.getByText(/2 from .* on; until then all 3 stay usable/).waitFor();
    await page.getByRole('button', { name: 'Review 1 change' }).click();
    await authorize(page, /^Accept, nothing due now/);
    await page.getByRole('link', { name: 'See the licenses' }).click();
    await page.getByRole('button', { name: 'Undo: keep 3 Flex Port' }).click();
    await authorize(page, /^Undo the decrease/);
    await page.getByText('Flex Port stays at 3.').waitFor();
  }, 30_000);
});

describe.skipIf(whyNot !== undefined)('documents', () => {
  test('each is there as PDF, to print, and for other software, and reads well', async () => {
    await open('invoices');
    const invoice = page.getByRole('button', { name: /^INV-\d{6}/ }).first();
    await invoice.click();
    const pdf = page.getByRole('link', { name: /^INV-\d{6} as PDF/ });
    const path = await pdf.getAttribute('href');
    const file = await page.request.get(path ?? '');
    expect(file.headers()['content-type']).toBe('application/pdf');
    await stage.picture(page, 'documents-light');
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(`${path?.replace('.pdf', '/print')}`);
    await page.getByRole('heading', { name: 'Invoice' }).waitFor();
    await page.getByText('Example Dialing, Inc.').waitFor();
    await stage.picture(page, 'invoice-to-print');
  }, 30_000);

  test('who buys is changed under a typed name, and a refusal is said there', async () => {
    await open('invoices');
    const card = page.getByRole('region', { name: 'Who buys' });
    await card.getByText('Demo Company, LLC').waitFor();
    await card.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Purchase order').fill('PO-9');
    await dialog.getByLabel(/^Country/).fill('zz');
    await authorize(page, /^Save/);
    await dialog.getByText(/ISO 3166-1/).waitFor();
    await dialog.getByLabel(/^Country/).fill('us');
    expect(await violationsOf(page)).toEqual([]);
    await stage.picture(page, 'buyer-dialog');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Purchase order PO-9').waitFor();
  }, 30_000);

  test('read well in the dark and on a phone', async () => {
    const phone = await stage.signedIn('Dana', { scheme: 'dark', viewport: PHONE });
    await phone.goto(`/billing-accounts/${stage.account}#invoices`);
    await phone
      .getByRole('button', { name: /^R-\d{6}/ })
      .first()
      .click();
    await phone.getByRole('link', { name: /^R-\d{6} as PDF/ }).scrollIntoViewIfNeeded();
    await stage.picture(phone, 'documents-dark-phone');
    expect(await violationsOf(phone)).toEqual([]);
  }, 30_000);
});
