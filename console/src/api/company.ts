import { useLocalStorage } from '@mantine/hooks';
import { useMe } from './queries.ts';

/**
 * The company that pages are about: a person's own, or the one that the operator has chosen.
 * Undefined while the operator has chosen none.
 */
export function useCompany(): {
  company: string | undefined;
  choose: (company: string) => void;
} {
  const { data: me } = useMe();
  const [chosen, choose] = useLocalStorage<string | undefined>({
    key: 'tollkeeper.company',
    getInitialValueInEffect: false,
  });
  return { company: me?.company?.id ?? (me?.operator === true ? chosen : undefined), choose };
}
