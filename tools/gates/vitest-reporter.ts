// Keeps what failed in a run of vitest: tests, files that could not be loaded, and errors that belong to no test.
import type { Reporter, TestModule, TestSuite } from 'vitest/node';
import { keepFailure } from './failure-list.ts';

type SomeError = { readonly message: string; readonly name?: string | undefined };

const messageOf = (errors: readonly SomeError[]) => {
  const [error] = errors;
  return error === undefined ? '' : `${error.name ?? 'Error'}: ${error.message}`;
};

function keepGroup(file: string, group: TestModule | TestSuite): void {
  const errors = group.errors();
  if (errors.length === 0) return;
  keepFailure({ test: group.type === 'suite' ? `${file} > ${group.fullName}` : file, message: messageOf(errors) });
}

function keepModule(module: TestModule): void {
  const file = module.relativeModuleId;
  keepGroup(file, module);
  for (const suite of module.children.allSuites()) keepGroup(file, suite);
  for (const test of module.children.allTests('failed')) {
    keepFailure({ test: `${file} > ${test.fullName}`, message: messageOf(test.result().errors ?? []) });
  }
}

class FailureKeeper implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SomeError[]): void {
    for (const module of modules) keepModule(module);
    for (const error of unhandled) {
      const file = (error as { readonly VITEST_TEST_PATH?: string }).VITEST_TEST_PATH;
      keepFailure({ test: `outside every test${file === undefined ? '' : ` (${file})`}`, message: messageOf([error]) });
    }
  }
}

// biome-ignore lint/style/noDefaultExport: vitest wants its reporters so.
export default FailureKeeper;
