import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOfStep } from '../../src/http/auth/totp.ts';
import { overflowOf, violationsOf } from './accessibility.ts';
import { DESK, openStage, PHONE, type Stage, whyNot } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  if (whyNot === undefined) stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());

const PASSWORD = 'correct horse battery';

/** What an app does with the key that was typed into it. */
function bytesOf(key: string): Buffer {
  const bits = [...key.replaceAll(' ', '')]
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? []);
}

const codeOf = (secret: Buffer, ahead = 0) =>
  codeOfStep(secret, BigInt(Math.floor(Date.now() / 30_000) + ahead));

async function setPassword(page: Page): Promise<void> {
  await page.goto('/security');
  await field(page, 'New password').fill(PASSWORD);
  await page.getByRole('button', { name: /(Set a|Change the) password/ }).click();
  await page.getByText('Your password is set').waitFor();
}

const field = (within: Page | Locator, name: string) =>
  within.getByRole('textbox', { name, exact: true });

const emailOf = (who: string) => stage.people.get(who)?.email ?? '';

describe.skipIf(whyNot !== undefined)('signing in', () => {
  test('with a password and a code, set up with the picture’s key', async () => {
    const page = await stage.signedIn('Maria');
    await setPassword(page);
    await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
    await page.getByAltText('QR code for your authenticator app').waitFor();
    await stage.picture(page, 'two-factor-set-up-light-desk');
    const secret = bytesOf(await page.getByLabel('Key', { exact: true }).innerText());
    await field(page, 'Code').fill(codeOf(secret));
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByText('They are not shown again').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await stage.picture(page, 'recovery-codes-light-desk');
    const recovery = await page.getByRole('dialog').locator('code').first().innerText();
    await page.getByRole('button', { name: 'I have kept them' }).click();

    const other = await stage.stranger();
    await other.goto('/sign-in');
    await field(other, 'E-mail address').fill(emailOf('Maria'));
    await field(other, 'Password').fill(PASSWORD);
    await other.getByRole('button', { name: 'Sign in', exact: true }).click();
    await field(other, 'Code').fill('000000');
    await other.getByRole('button', { name: 'Continue' }).click();
    await other.getByText('The code is not right').waitFor();
    expect(await violationsOf(other)).toEqual([]);
    await field(other, 'Code').fill(recovery);
    await other.getByRole('button', { name: 'Continue' }).click();
    await other.waitForURL((url) => url.pathname !== '/sign-in');
    await other.goto('/security');
    await other.getByText('This one').waitFor();
    await other.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await other.getByText('Signed out in 1 other place').waitFor();
    await page.context().close();
    await other.context().close();
  }, 90_000);

  test('with a passkey that the browser made; renamed, and removed it opens nothing', async () => {
    const page = await stage.signedIn('Aisha');
    // A passkey belongs to a host name, and an address in digits is none.
    const home = stage.address.replace('127.0.0.1', 'localhost');
    const { url } = await linkFor('Aisha');
    await page.goto(url.replace('127.0.0.1', 'localhost'));
    await page.waitForURL((at) => at.pathname !== '/sign-in');
    const devtools = await page.context().newCDPSession(page);
    await addAuthenticator(devtools);
    await page.goto(`${home}/security`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await field(page, 'Name').fill('Laptop');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Laptop', { exact: true }).waitFor();

    await signOut(page);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.waitForURL((at) => at.pathname !== '/sign-in');
    await page.goto(`${home}/security`);
    await page.getByText(/, by passkey/).waitFor();
    await page.getByRole('button', { name: 'Rename Laptop' }).click();
    await field(page, 'Name').fill('Old laptop');
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await stage.picture(page, 'security-light-desk');
    await page.getByRole('button', { name: 'Remove Old laptop' }).click();
    await page.getByText('Old laptop', { exact: true }).waitFor({ state: 'detached' });

    await signOut(page);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('This passkey was not taken').waitFor();
    await page.context().close();
  }, 90_000);

  test('a passkey whose device does not ask who holds it is not taken', async () => {
    const page = await stage.signedIn('Tom');
    const { url } = await linkFor('Tom');
    await page.goto(url.replace('127.0.0.1', 'localhost'));
    await page.waitForURL((at) => at.pathname !== '/sign-in');
    const devtools = await page.context().newCDPSession(page);
    await addAuthenticator(devtools, false);
    await page.goto(`${stage.address.replace('127.0.0.1', 'localhost')}/security`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await field(page, 'Name').fill('Found on the street');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('No passkey was shown').waitFor();
    await page.context().close();
  }, 60_000);
});

async function linkFor(who: string) {
  const person = stage.people.get(who);
  if (person === undefined) throw new Error(`the demo has ${who}`);
  return await stage.app.signIn.employeeLink(person, stage.address);
}

async function addAuthenticator(devtools: CDPSession, isUserVerified = true): Promise<void> {
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: isUserVerified,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
}

describe.skipIf(whyNot !== undefined)('a session that ends in the middle of a form', () => {
  test('is begun again on the same page, and nothing that was typed is lost', async () => {
    const page = await stage.signedIn('Dana');
    await setPassword(page);
    const path = `/billing-accounts/${stage.account}/cart?minutes=100.00`;
    await page.goto(path);
    await field(page, 'First name').fill('Dana');
    await field(page, 'Last name').fill('Whitfield');
    await page.getByRole('checkbox', { name: /I accept the terms/ }).check();
    const buy = page.getByRole('button', { name: /^Accept and pay/ });
    await buy.waitFor();
    await page.context().clearCookies();
    await buy.click();

    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await stage.picture(page, 'sign-in-again-light-desk');
    expect(await field(dialog, 'E-mail address').inputValue()).toBe(emailOf('Dana'));
    await field(dialog, 'Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    // The purchase that was under way goes through, under the name that was typed, once.
    await page
      .getByText(/^Receipt /)
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toContain('/cart');
    await page.context().close();
  }, 90_000);
});

describe.skipIf(whyNot !== undefined)('the operator’s support', () => {
  test('sees what an employee sees under a banner, changes nothing, and stops', async () => {
    const page = await stage.signedIn('the operator');
    await page.goto('/companies');
    const chosen = JSON.stringify(JSON.stringify(stage.company));
    await page.evaluate(`localStorage.setItem('tollkeeper.company', ${chosen})`);
    await page.goto(`/employees/${stage.people.get('Pavel')?.id}`);
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('menuitem', { name: 'See what they see' }).click();
    await field(page, 'Why').fill('Ticket 4711: cannot dial');
    await page.getByRole('button', { name: 'Start looking' }).click();
    const banner = page.getByText(/You see what Pavel Novak of .* sees/);
    await banner.waitFor();
    await page.waitForLoadState('networkidle');
    expect(await violationsOf(page)).toEqual([]);
    await stage.picture(page, 'looking-light-desk');
    const answer = await page.evaluate(
      `fetch('/v1/employees/${stage.people.get('Pavel')?.id}', {
        method: 'PATCH', body: '{"first_name":"X"}',
        headers: { 'content-type': 'application/json', 'authorized-by': 'A B; terms=2026-11-01' },
      }).then((response) => response.json())`,
    );
    expect(answer).toMatchObject({ status: 403, code: 'read_only_impersonation' });
    await page.goto('/employees');
    await banner.waitFor();
    await page.getByRole('button', { name: 'Stop looking' }).click();
    await page.waitForURL(/\/companies/);
    await page.getByRole('heading', { name: 'Companies' }).waitFor();
    expect(await banner.count()).toBe(0);
    await page.context().close();
  }, 60_000);

  test('is invited with a link and a role, and finds no button that it may not use', async () => {
    const page = await stage.signedIn('the operator');
    await page.goto('/staff');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await field(page, 'Name').fill('Sue Support');
    await field(page, 'E-mail address').fill('sue@operator.example');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    const link = await page.getByRole('dialog').locator('pre').innerText();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('cell', { name: 'Sue Support' }).waitFor();
    await page.getByRole('button', { name: 'Remove' }).first().click();
    await page.getByText('Nobody else is an operator admin').waitFor();

    const sue = await stage.stranger();
    await sue.goto(link);
    await sue.waitForURL((url) => url.pathname !== '/sign-in');
    await sue.goto('/staff');
    await sue.getByRole('cell', { name: 'Sue Support' }).waitFor();
    expect(await sue.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0);
    expect(await sue.getByRole('button', { name: 'Remove' }).count()).toBe(0);
    await page.context().close();
    await sue.context().close();
  }, 60_000);
});

describe.skipIf(whyNot !== undefined)('single sign-on', () => {
  test('is set up by an Administrator: provider, record, and then the rules', async () => {
    const page = await stage.signedIn('Dana');
    await page.goto('/single-sign-on');
    await field(page, 'Issuer').fill('https://login.northwind.example');
    await field(page, 'Client id').fill('tollkeeper');
    await field(page, 'Client secret').fill('not told to anybody');
    await field(page, 'Domain of your e-mail addresses').fill('northwind.example');
    await page.getByRole('button', { name: 'Save' }).click();
    await typeName(page, 'Save');
    await page.getByText('_tollkeeper.northwind.example').waitFor();
    expect(await page.getByLabel('Single sign-on is required').isDisabled()).toBe(true);
    await stage.picture(page, 'single-sign-on-light-desk');
    await page.getByLabel('Two-factor sign-in is required').click({ force: true });
    await typeName(page, 'Change');
    await page.getByText('Set up two-factor sign-in for yourself').waitFor();
    await page.context().close();
  }, 60_000);
});

async function typeName(page: Page, confirm: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await field(dialog, 'First name').fill('Dana');
  await field(dialog, 'Last name').fill('Whitfield');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
}

describe.skipIf(whyNot !== undefined)('the pages of signing in', () => {
  for (const [scheme, size, viewport] of [
    ['light', 'desk', DESK],
    ['dark', 'desk', DESK],
    ['light', 'phone', PHONE],
    ['dark', 'phone', PHONE],
  ] as const) {
    test(`are accessible and fit their window: ${scheme}, ${size}`, async () => {
      const faults: string[] = [];
      const look = async (page: Page, name: string, path: string) => {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        const wider = await overflowOf(page);
        if (wider > 0) faults.push(`${name}: ${wider} px wider than the window`);
        for (const violation of await violationsOf(page)) faults.push(`${name}: ${violation}`);
        await stage.picture(page, `${name}-${scheme}-${size}`);
      };
      const stranger = await stage.stranger({ scheme, viewport });
      await look(stranger, 'sign-in', '/sign-in');
      await look(stranger, 'sign-in-refused', '/sign-in?sso=unknown_person');
      const dana = await stage.signedIn('Dana', { scheme, viewport });
      await look(dana, 'security', '/security');
      await look(dana, 'single-sign-on', '/single-sign-on');
      const operator = await stage.signedIn('the operator', { scheme, viewport });
      await look(operator, 'staff', '/staff');
      for (const page of [stranger, dana, operator]) await page.context().close();
      expect(faults).toEqual([]);
    }, 90_000);
  }
});
