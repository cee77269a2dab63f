import { Navigate } from '@tanstack/react-router';
import { useMe } from '../api/queries.ts';

/** The first page is what one may see: the bill, or for an agent what they can do now. */
export function Home() {
  const { data: me } = useMe();
  if (me === undefined) return null;
  const seesBilling = me.operator || me.permissions.includes('billing.view');
  return <Navigate to={seesBilling ? '/billing-information' : '/my-access'} replace />;
}
