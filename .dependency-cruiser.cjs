// The import rules of ARCHITECTURE.md. test/architecture/ shows that each of them can fail.

/** The modules in their one order: each may import only those before it. */
const moduleOrder = [
  'catalog',
  'companies',
  'proration',
  'accounts',
  'contracts',
  'licensing',
  'wallet',
  'rating',
  'admission',
  'storage-metering',
  'parties',
  'taxes',
  'invoicing',
  'payments',
  'orders',
  'simulation',
  'answers',
  'notices',
  'reporting',
  'accounting',
  'webhooks',
];

/** What stands beside the code and is not the code. */
const tests = '\\.(test|fixture|setup)\\.tsx?$';

/** Files of a module that may do more than compute: everything else there is pure. */
const impure = '(\\.service|\\.store|/index)\\.ts$';

/** The one file of the kernel that keeps something beside the values it is given. */
const whoIsAnswered = '^src/kernel/words/say\\.ts$';

const edges = '(http|jobs|integrations|cli)';

const orderRules = moduleOrder.slice(0, -1).map((name, index) => ({
  name: `4-module-order-${name}`,
  comment: `${name} comes before the module that it imports.`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: { path: `^src/modules/(${moduleOrder.slice(index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: '1-kernel-imports-nothing',
      comment: 'The kernel stands alone. It borrows calendar arithmetic and the form of sentences.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: [whoIsAnswered, tests] },
      to: {
        pathNot: ['^src/kernel/', 'node_modules/(temporal-polyfill|intl-messageformat)/'],
      },
    },
    {
      name: '1-words-know-who-is-answered',
      comment: 'Whose language is spoken follows a request through the process, and nothing else.',
      severity: 'error',
      from: { path: whoIsAnswered },
      to: { pathNot: ['^src/kernel/words/', '^(node:)?async_hooks$'] },
    },
    {
      name: '2-rules-are-pure',
      comment: 'A rule takes values and returns values: no package, no Node, no database.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: [impure, tests] },
      // An interface may speak of a transaction, which is a type (see the rule on types).
      to: { pathNot: ['^src/kernel/', '^src/modules/', '^src/database/transaction\\.ts$'] },
    },
    {
      name: '2-rules-know-no-service',
      comment: 'A rule is called by its service and never calls it, nor a store.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: [impure, tests] },
      to: { path: '\\.(service|store)\\.ts$' },
    },
    {
      name: '2-rules-share-types-only',
      comment: 'Of other modules a rule knows the shapes; their values are given to it.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: [impure, tests] },
      to: {
        path: '^src/(modules|database)/',
        pathNot: '^src/modules/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: '3-modules-meet-at-index',
      comment: 'The only public face of a module is its index.ts.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: {
        path: '^src/modules/[^/]+/.',
        pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: '3-others-enter-at-index',
      comment: 'Those outside of the modules know them by their index.ts as well.',
      severity: 'error',
      from: { pathNot: '^src/modules/' },
      to: { path: '^src/modules/[^/]+/.', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    ...orderRules,
    {
      name: '5-only-stores-touch-the-driver',
      comment: 'SQL is written in stores and in src/database. Sign-in keeps its own tables.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.store\\.ts$', '^src/database/', '^src/http/auth/', tests],
      },
      to: { path: 'node_modules/(@types/)?(kysely|pg|pg-[a-z-]+)/' },
    },
    {
      name: '6-core-knows-no-edge',
      comment: 'What decides does not know how it is asked, nor what starts it.',
      severity: 'error',
      from: { path: '^src/(kernel|modules|database)/' },
      to: { path: `^src/(${edges}/|[^/]+\\.ts$)` },
    },
    {
      name: '6-edges-know-not-each-other',
      comment: 'src/app.ts wires them; it is the only file that knows every part.',
      severity: 'error',
      // A test may wire two edges as app.ts would.
      from: { path: `^src/${edges}/`, pathNot: tests },
      to: { path: `^src/${edges}/`, pathNot: '^src/$1/' },
    },
    {
      name: '6-only-commands-start-the-app',
      comment: 'A part that imports the composition root closes a circle through everything.',
      severity: 'error',
      from: { path: '^src/(http|jobs|integrations)/', pathNot: tests },
      to: { path: '^src/(app|main)\\.ts$' },
    },
    {
      name: '7-sdk-stands-alone',
      comment: 'Whoever installs the SDK installs nothing else.',
      severity: 'error',
      from: { path: '^sdk/', pathNot: tests },
      to: { pathNot: '^sdk/' },
    },
    {
      name: '7-console-uses-the-sdk',
      comment: 'The console is a client like any other: what it needs is in the API.',
      severity: 'error',
      from: { path: '^console/' },
      // How a sentence is put together is the same on both sides.
      to: { path: '^(src|bin)/', pathNot: '^src/kernel/words/sentence\\.ts$' },
    },
    {
      name: '8-no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: '8-product-knows-no-test',
      comment: 'The product runs without its tests, its simulator and its benchmarks.',
      severity: 'error',
      from: { path: '^(src|sdk|console|bin)/', pathNot: tests },
      to: { path: `^(sim|bench|test)/|${tests}` },
    },
  ],
  options: {
    // Types are dependencies too: they are how one module comes to know another's insides.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|generated)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
