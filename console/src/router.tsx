import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { operatorRoutes } from './operator-routes.tsx';
import { Home } from './shell/home.tsx';
import { NoPage, PageFailed } from './shell/no-page.tsx';
import { Shell } from './shell/shell.tsx';

/** Every page is a chunk of its own: the first load brings the shell and one page. */
const root = createRootRoute();

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const terms = createRoute({
  getParentRoute: () => root,
  path: '/terms',
  component: lazyRouteComponent(() => import('./pages/terms/terms-page.tsx'), 'TermsPage'),
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: Home,
});

/** “What may I do, and who can mend it?”: what somebody sees who sees no billing. */
const myAccess = createRoute({
  getParentRoute: () => shell,
  path: '/my-access',
  component: lazyRouteComponent(() => import('./pages/agent/agent-page.tsx'), 'AgentPage'),
});

const companies = createRoute({
  getParentRoute: () => shell,
  path: '/companies',
  component: lazyRouteComponent(
    () => import('./pages/companies/companies-page.tsx'),
    'CompaniesPage',
  ),
});

const billingInformation = createRoute({
  getParentRoute: () => shell,
  path: '/billing-information',
  component: lazyRouteComponent(
    () => import('./pages/billing-information/billing-information-page.tsx'),
    'BillingInformationPage',
  ),
});

const billingAccount = createRoute({
  getParentRoute: () => shell,
  path: '/billing-accounts/$account',
  component: lazyRouteComponent(
    () => import('./pages/billing-account/billing-account-page.tsx'),
    'BillingAccountPage',
  ),
});

const document = createRoute({
  getParentRoute: () => shell,
  path: '/documents/$document',
  component: lazyRouteComponent(() => import('./pages/document/document-page.tsx'), 'DocumentPage'),
});

/** `?dialer=12` or `?dialer=+1`, `?minutes=100.00`: what is in the cart when it opens. */
const cart = createRoute({
  getParentRoute: () => shell,
  path: '/billing-accounts/$account/cart',
  validateSearch: (search: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)])),
  component: lazyRouteComponent(() => import('./pages/cart/cart-page.tsx'), 'CartPage'),
});

const simulation = createRoute({
  getParentRoute: () => shell,
  path: '/billing-accounts/$account/what-if',
  component: lazyRouteComponent(
    () => import('./pages/simulation/simulation-page.tsx'),
    'SimulationPage',
  ),
});

const employees = createRoute({
  getParentRoute: () => shell,
  path: '/employees',
  component: lazyRouteComponent(
    () => import('./pages/employees/employees-page.tsx'),
    'EmployeesPage',
  ),
});

const employee = createRoute({
  getParentRoute: () => shell,
  path: '/employees/$employee',
  component: lazyRouteComponent(
    () => import('./pages/employees/employee-page.tsx'),
    'EmployeePage',
  ),
});

const security = createRoute({
  getParentRoute: () => shell,
  path: '/security',
  component: lazyRouteComponent(() => import('./pages/security/security-page.tsx'), 'SecurityPage'),
});

const staff = createRoute({
  getParentRoute: () => shell,
  path: '/staff',
  component: lazyRouteComponent(() => import('./pages/security/staff-page.tsx'), 'StaffPage'),
});

const singleSignOn = createRoute({
  getParentRoute: () => shell,
  path: '/single-sign-on',
  component: lazyRouteComponent(
    () => import('./pages/security/single-sign-on-page.tsx'),
    'SingleSignOnPage',
  ),
});

const ask = createRoute({
  getParentRoute: () => shell,
  path: '/ask',
  component: lazyRouteComponent(() => import('./pages/ask/ask-page.tsx'), 'AskPage'),
});

const notices = createRoute({
  getParentRoute: () => shell,
  path: '/notices',
  component: lazyRouteComponent(() => import('./pages/notices/notices-page.tsx'), 'NoticesPage'),
});

/** Where the mail about a request leads to. */
const request = createRoute({
  getParentRoute: () => shell,
  path: '/requests/$request',
  component: lazyRouteComponent(() => import('./pages/requests/request-page.tsx'), 'RequestPage'),
});

const pages = [
  home,
  myAccess,
  companies,
  billingInformation,
  billingAccount,
  cart,
  simulation,
  document,
  employees,
  employee,
  ask,
  notices,
  request,
  security,
  staff,
  singleSignOn,
  ...operatorRoutes(shell),
];

export const router = createRouter({
  routeTree: root.addChildren([signIn, terms, shell.addChildren(pages)]),
  defaultPreload: 'intent',
  defaultNotFoundComponent: NoPage,
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
