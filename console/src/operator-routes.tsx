import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';

/** The pages of the operator's staff, each a chunk of its own that no company's person loads. */
export function operatorRoutes<Parent extends AnyRoute>(parent: Parent) {
  const getParentRoute = () => parent;
  return [
    createRoute({
      getParentRoute,
      path: '/operator/companies/$company',
      component: lazyRouteComponent(
        () => import('./pages/operator/company/company-page.tsx'),
        'CompanyPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/operator/dunning',
      component: lazyRouteComponent(
        () => import('./pages/operator/dunning/dunning-page.tsx'),
        'DunningPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/operator/renewals',
      component: lazyRouteComponent(
        () => import('./pages/operator/renewals/renewals-page.tsx'),
        'RenewalsPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/operator/contracts/$account',
      component: lazyRouteComponent(
        () => import('./pages/operator/contract/contracts-page.tsx'),
        'ContractsPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/operator/reports',
      component: lazyRouteComponent(
        () => import('./pages/operator/reports/reports-page.tsx'),
        'ReportsPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/operator/logs',
      component: lazyRouteComponent(
        () => import('./pages/operator/logs/logs-page.tsx'),
        'LogsPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/operator/keys',
      component: lazyRouteComponent(
        () => import('./pages/operator/keys/keys-page.tsx'),
        'KeysPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/operator/catalog',
      component: lazyRouteComponent(
        () => import('./pages/operator/catalog/catalog-page.tsx'),
        'CatalogPage',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/operator/settings/$section',
      component: lazyRouteComponent(
        () => import('./pages/operator/settings/settings-page.tsx'),
        'SettingsPage',
      ),
    }),
  ] as const;
}
