// Hooks over the client: read with a cache, write with a pending state. Every commit in main makes what is on screen read again.
import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { OperationName } from '#shared/contract/index.ts';
import { call, type Input, OperationError, type Output, onRegisterEvent } from './client.ts';
import { confirmWhoIsThere } from './reauthentication.ts';

/** Nothing is refetched for its age: a local register only changes when main says so. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** What the screens before the unlock show: nothing of who is in the register. */
const BEFORE_UNLOCK: readonly string[] = ['vault.status', 'recovery.status'];

/**
 * Reads again what is shown after each commit, and forgets everything when the register is locked.
 * All queries, not only those of the changed feature: a visit changes the person, the board, the report; they are local and cheap.
 */
export function followRegister(queryClient: QueryClient): () => void {
  return onRegisterEvent((event) => {
    if (event.type === 'changed' && event.feature === 'drafts') {
      // No other reading shows a draft, and one is kept every two seconds.
      void queryClient.invalidateQueries({ queryKey: ['drafts.list'] });
    } else if (event.type === 'changed') {
      void queryClient.invalidateQueries();
    } else if (event.type === 'recovery') {
      void queryClient.invalidateQueries({ queryKey: ['recovery.status'] });
    } else if (event.type === 'vault') {
      if (event.state === 'locked') {
        queryClient.removeQueries({ predicate: ({ queryKey }) => !BEFORE_UNLOCK.includes(String(queryKey[0])) });
        // What was written last is a record too, and would stay for minutes.
        queryClient.getMutationCache().clear();
        // Main may be at the backup for a second before it answers: the screen goes at once.
        queryClient.setQueryData(['vault.status', {}], (before: Output<'vault.status'> | undefined) =>
          before ? { ...before, state: 'locked', unlockedBy: null } : before,
        );
      }
      for (const name of BEFORE_UNLOCK) {
        void queryClient.invalidateQueries({ queryKey: [name] });
      }
    }
  });
}

/** Reads through the cache. `data` is undefined until the first answer. */
export function useRegisterQuery<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  options: {
    readonly enabled?: boolean;
    readonly keepPrevious?: boolean;
    /** Reads anew whenever the screen opens: for what changes without a `changed`, as the trail of looks does. */
    readonly isAlwaysFresh?: boolean;
  } = {},
): UseQueryResult<Output<Name>, OperationError> {
  const result = useQuery<unknown, OperationError>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.isAlwaysFresh ? { refetchOnMount: 'always' as const } : {}),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return result as UseQueryResult<Output<Name>, OperationError>;
}

/** Where main wants to know who is there, the passphrase is asked for and the call repeated; no screen needs to know of it. */
async function callConfirmed<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  try {
    return await call(name, input);
  } catch (error) {
    if (!(error instanceof OperationError) || error.failure.code !== 'reauthentication_needed') {
      throw error;
    }
    if (!(await confirmWhoIsThere(name))) {
      throw new OperationError({ code: 'cancelled' });
    }
    return call(name, input);
  }
}

const running = new Map<string, Promise<unknown>>();

/** A button that is pressed twice before it could show that it works does one thing, and both presses hear the same answer. */
function callOnce<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const key = JSON.stringify([name, input]);
  const answer = (running.get(key) as Promise<Output<Name>> | undefined) ?? callConfirmed(name, input);
  running.set(key, answer);
  return answer.finally(() => running.delete(key));
}

/** A command or a task. `mutateAsync` throws OperationError; `error` holds it for the screen. */
export function useRegisterCommand<Name extends OperationName>(name: Name) {
  return useMutation<Output<Name>, OperationError, Input<Name>>({ mutationFn: (input) => callOnce(name, input) });
}

/** Reads the named operations again: for what changes without a `changed`, as the waiting after wrong passphrases does. */
export function useReadAgain(...names: readonly OperationName[]): () => void {
  const queryClient = useQueryClient();
  return () => {
    for (const name of names) {
      void queryClient.invalidateQueries({ queryKey: [name] });
    }
  };
}
