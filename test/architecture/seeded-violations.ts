/** One file that imports another although a rule forbids it. */
export interface SeededViolation {
  readonly rule: string;
  readonly from: string;
  readonly source: string;
  readonly to: string;
  readonly target: string;
}

const value = 'export const it = 1;\n';
const shape = 'export interface It { it: number }\n';

const using = (specifier: string) => `import { it } from '${specifier}';\nconsole.log(it);\n`;
const usingType = (specifier: string) =>
  `import type { It } from '${specifier}';\nexport type Its = It[];\n`;

/** A project in miniature in which every file does what it may. */
export const lawful: Readonly<Record<string, string>> = {
  'src/kernel/money.ts': `${value}${shape}`,
  'src/kernel/calendar.ts': using('temporal-polyfill'),
  'src/modules/catalog/index.ts': `export * from './price.ts';\n`,
  'src/modules/catalog/price.ts': `${value}${shape}`,
  'src/modules/wallet/index.ts': `export { it } from './wallet.service.ts';\n`,
  'src/modules/wallet/balance.ts':
    usingType('../catalog/index.ts') + using('../../kernel/money.ts'),
  'src/modules/wallet/due-source.ts': usingType('../../database/transaction.ts'),
  'src/modules/wallet/wallet.service.ts': `${using('./wallet.store.ts')}export { it };\n`,
  'src/modules/wallet/wallet.store.ts': `${using('kysely')}export { it };\n`,
  'src/modules/wallet/balance.test.ts': using('zod'),
  'src/database/connect.ts': using('pg'),
  'src/database/transaction.ts': shape,
  'src/http/server.ts': using('../modules/wallet/index.ts'),
  'src/http/auth/tables.ts': using('kysely'),
  'src/jobs/nightly.ts': using('../modules/wallet/index.ts'),
  'src/integrations/mail.ts': value,
  'src/app.ts': `${using('./http/server.ts')}${value.replace('it', 'app')}`,
  'src/cli/serve.ts': `import { app } from '../app.ts';\nconsole.log(app);\n`,
  'sdk/src/index.ts': value,
  'console/src/main.tsx': `${using('react')}`,
  'sim/world.ts': using('../src/modules/wallet/index.ts'),
};

const order = [
  ['catalog', 'companies'],
  ['companies', 'licensing'],
  ['proration', 'accounts'],
  ['accounts', 'contracts'],
  ['contracts', 'licensing'],
  ['licensing', 'wallet'],
  ['wallet', 'admission'],
  ['rating', 'admission'],
  ['admission', 'storage-metering'],
  ['storage-metering', 'parties'],
  ['parties', 'taxes'],
  ['taxes', 'invoicing'],
  ['invoicing', 'payments'],
  ['payments', 'orders'],
  ['orders', 'simulation'],
  ['simulation', 'answers'],
  ['answers', 'notices'],
  ['notices', 'reporting'],
  ['reporting', 'accounting'],
  ['accounting', 'webhooks'],
] as const;

const orderViolations = order.map(([earlier, later]): SeededViolation => {
  return {
    rule: `4-module-order-${earlier}`,
    from: `src/modules/${earlier}/${earlier}.service.ts`,
    source: using(`../${later}/index.ts`),
    to: `src/modules/${later}/index.ts`,
    target: value,
  };
});

function seed(rule: string, from: string, source: string, to: string): SeededViolation {
  return { rule, from, source, to, target: to.startsWith('node_modules/') ? value : value + shape };
}

export const seededViolations: readonly SeededViolation[] = [
  seed(
    '1-kernel-imports-nothing',
    'src/kernel/period.ts',
    using('../modules/catalog/index.ts'),
    'src/modules/catalog/index.ts',
  ),
  seed(
    '1-kernel-imports-nothing',
    'src/kernel/period.ts',
    using('zod'),
    'node_modules/zod/index.js',
  ),
  seed('1-kernel-imports-nothing', 'src/kernel/period.ts', using('node:fs'), 'fs'),
  seed('1-words-know-who-is-answered', 'src/kernel/words/say.ts', using('node:fs'), 'fs'),
  seed('2-rules-are-pure', 'src/modules/wallet/hold.ts', using('zod'), 'node_modules/zod/index.js'),
  seed('2-rules-are-pure', 'src/modules/wallet/hold.ts', using('node:crypto'), 'crypto'),
  seed(
    '2-rules-are-pure',
    'src/modules/wallet/hold.ts',
    usingType('../../database/connect.ts'),
    'src/database/connect.ts',
  ),
  seed(
    '2-rules-share-types-only',
    'src/modules/wallet/hold.ts',
    using('../../database/transaction.ts'),
    'src/database/transaction.ts',
  ),
  seed(
    '2-rules-know-no-service',
    'src/modules/wallet/hold.ts',
    using('./wallet.service.ts'),
    'src/modules/wallet/wallet.service.ts',
  ),
  seed(
    '2-rules-share-types-only',
    'src/modules/wallet/hold.ts',
    using('../catalog/index.ts'),
    'src/modules/catalog/index.ts',
  ),
  seed(
    '3-modules-meet-at-index',
    'src/modules/wallet/wallet.service.ts',
    using('../catalog/catalog.store.ts'),
    'src/modules/catalog/catalog.store.ts',
  ),
  seed(
    '3-others-enter-at-index',
    'src/jobs/nightly.ts',
    using('../modules/catalog/catalog.store.ts'),
    'src/modules/catalog/catalog.store.ts',
  ),
  ...orderViolations,
  seed(
    '5-only-stores-touch-the-driver',
    'src/modules/wallet/wallet.service.ts',
    using('kysely'),
    'node_modules/kysely/index.js',
  ),
  seed(
    '5-only-stores-touch-the-driver',
    'src/http/server.ts',
    using('pg'),
    'node_modules/pg/index.js',
  ),
  seed(
    '6-core-knows-no-edge',
    'src/modules/wallet/wallet.service.ts',
    using('../../http/problems.ts'),
    'src/http/problems.ts',
  ),
  seed('6-core-knows-no-edge', 'src/database/connect.ts', using('../config.ts'), 'src/config.ts'),
  seed(
    '6-edges-know-not-each-other',
    'src/jobs/nightly.ts',
    using('../integrations/mail.ts'),
    'src/integrations/mail.ts',
  ),
  seed('6-only-commands-start-the-app', 'src/jobs/nightly.ts', using('../app.ts'), 'src/app.ts'),
  seed(
    '7-sdk-stands-alone',
    'sdk/src/client.ts',
    using('../../src/kernel/money.ts'),
    'src/kernel/money.ts',
  ),
  seed('7-sdk-stands-alone', 'sdk/src/client.ts', using('zod'), 'node_modules/zod/index.js'),
  seed(
    '7-console-uses-the-sdk',
    'console/src/page.tsx',
    using('../../src/kernel/money.ts'),
    'src/kernel/money.ts',
  ),
  {
    rule: '8-no-cycles',
    from: 'src/kernel/instant.ts',
    source: `${using('./period.ts')}export { it };\n`,
    to: 'src/kernel/period.ts',
    target: `${using('./instant.ts')}export { it };\n`,
  },
  seed(
    '8-product-knows-no-test',
    'src/http/server.ts',
    using('../../sim/world.ts'),
    'sim/world.ts',
  ),
  seed(
    '8-product-knows-no-test',
    'src/jobs/nightly.ts',
    using('./nightly.fixture.ts'),
    'src/jobs/nightly.fixture.ts',
  ),
];
