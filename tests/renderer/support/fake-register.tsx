// A register for renderer tests: answers operations from a table, tells what was called, and puts a screen into its providers.
// The codes are the shipped ones; all people are invented.
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { CodesProvider } from '#renderer/lib/codes.tsx';
import { SettingsProvider } from '#renderer/lib/settings.tsx';
import { createQueryClient, followRegister } from '#renderer/lib/use-register.ts';
import { toastStore } from '#renderer/ui/toast-store.ts';
import { UiProvider } from '#renderer/ui/ui-provider.tsx';
import type { ErrorCode, FieldProblem } from '#shared/contract/errors.ts';
import type { RegisterEvent } from '#shared/contract/events.ts';
import type { OperationName, OperationOf } from '#shared/contract/index.ts';
import type { InputOf, OutputOf } from '#shared/contract/operation.ts';
import { SHIPPED_CODES } from '#shared/model/code-lists.ts';

type Answers = {
  readonly [Name in OperationName]?: (
    input: InputOf<OperationOf<Name>>,
  ) => OutputOf<OperationOf<Name>> | Promise<OutputOf<OperationOf<Name>>>;
};

/** Thrown by an answer to refuse. */
export class FakeRefusal extends Error {
  readonly failure: { readonly code: ErrorCode; readonly fields?: Readonly<Record<string, FieldProblem>> };

  constructor(code: ErrorCode, fields?: Readonly<Record<string, FieldProblem>>) {
    super(code);
    this.failure = fields ? { code, fields } : { code };
  }
}

const STANDARD: Answers = {
  'settings.get': () => ({
    registerName: '見本 見守り台帳',
    districts: [],
    autoLockMinutes: 10,
    retentionYears: 5,
    textSize: 'standard',
    dateStyle: 'era',
    visibleColumns: [],
  }),
  'codes.list': () =>
    SHIPPED_CODES.map(({ list, code, label, position, attributes, synonyms }) => ({
      list,
      code,
      label,
      position,
      isRetired: false,
      attributes: { ...attributes },
      synonyms: [...(synonyms ?? [])],
    })),
  'supporters.list': () => [],
  'handouts.reasons': () => [],
  'handouts.list': () => [],
  'handouts.findNames': () => ({ recipient: [], purpose: [], isRefused: false }),
  'drafts.list': () => [],
  'drafts.find': () => null,
  'drafts.keep': () => ({ personId: null }),
  'drafts.discard': () => ({ personId: null }),
};

export interface FakeRegister {
  readonly calls: { readonly operation: string; readonly input: unknown }[];
  /** What was handed to an operation, in order. */
  inputsOf(operation: OperationName): readonly unknown[];
  /** Tells the screen what main would tell. */
  emit(event: RegisterEvent): void;
}

/** Puts a bridge on the window that answers from `answers`; every command makes the screens read again, as main does. */
function installFakeRegister(answers: Answers): FakeRegister {
  const calls: { operation: string; input: unknown }[] = [];
  const listeners = new Set<(event: RegisterEvent) => void>();
  const table = { ...STANDARD, ...answers } as Readonly<Record<string, ((input: unknown) => unknown) | undefined>>;
  const call = async (operation: string, input: unknown) => {
    calls.push({ operation, input });
    const answer = table[operation];
    if (!answer) {
      throw new Error(`The test gives no answer to ${operation}`);
    }
    try {
      const value = await answer(input);
      return { ok: true, value };
    } catch (error) {
      if (error instanceof FakeRefusal) {
        return { ok: false, error: error.failure };
      }
      throw error;
    }
  };
  const onEvent = (listener: (event: RegisterEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  Object.defineProperty(window, 'register', { configurable: true, value: { call, onEvent } });
  return {
    calls,
    emit: (event) => {
      for (const listener of listeners) {
        listener(event);
      }
    },
    inputsOf: (operation) => calls.filter((each) => each.operation === operation).map(({ input }) => input),
  };
}

export interface ShownScreen extends FakeRegister {
  /** The path that the router is at. */
  path(): string;
}

/** To be called after each test: no screen and no message of one test is seen by the next. */
export function clearScreen(): void {
  cleanup();
  for (const { id } of toastStore.read()) {
    toastStore.remove(id);
  }
}

/** Shows a screen at `/`; every other path shows nothing but its own name. */
export async function showScreen(screen: ReactElement, answers: Answers): Promise<ShownScreen> {
  const register = installFakeRegister(answers);
  const queryClient = createQueryClient();
  followRegister(queryClient);
  const root = createRootRoute({ component: Outlet });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: () => screen });
  const elsewhere = createRoute({ getParentRoute: () => root, path: '$', component: () => <p>ほかの画面</p> });
  const router = createRouter({
    routeTree: root.addChildren([home, elsewhere]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  render(
    <QueryClientProvider client={queryClient}>
      <UiProvider>
        <SettingsProvider>
          <CodesProvider>
            <RouterProvider router={router as never} />
          </CodesProvider>
        </SettingsProvider>
      </UiProvider>
    </QueryClientProvider>,
  );
  return { ...register, path: () => router.history.location.href };
}
